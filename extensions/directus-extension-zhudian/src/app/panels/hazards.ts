import { definePanel } from '@directus/extensions-sdk';
import HazardsPanel from './HazardsPanel.vue';

export default definePanel({
  id: 'zhudian-hazards',
  name: '驻点：各县隐患',
  icon: 'report',
  component: HazardsPanel,
  options: [],
  minWidth: 12,
  minHeight: 8,
});
