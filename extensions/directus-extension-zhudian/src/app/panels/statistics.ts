import { definePanel } from '@directus/extensions-sdk';
import StatisticsPanel from './StatisticsPanel.vue';

export default definePanel({
  id: 'zhudian-statistics',
  name: '驻点：附件4',
  icon: 'table_chart',
  component: StatisticsPanel,
  options: [],
  minWidth: 30,
  minHeight: 10,
});
