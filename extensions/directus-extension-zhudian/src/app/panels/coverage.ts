import { definePanel } from '@directus/extensions-sdk';
import CoveragePanel from './CoveragePanel.vue';

export default definePanel({
  id: 'zhudian-coverage',
  name: '驻点：本月覆盖',
  icon: 'percent',
  component: CoveragePanel,
  options: [],
  minWidth: 12,
  minHeight: 8,
});
