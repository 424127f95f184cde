import { definePanel } from '@directus/extensions-sdk';
import TrendPanel from './TrendPanel.vue';

export default definePanel({
  id: 'zhudian-trend',
  name: '驻点：逐月情况',
  icon: 'bar_chart',
  component: TrendPanel,
  options: [],
  minWidth: 12,
  minHeight: 8,
});
