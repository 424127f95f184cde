import { definePanel } from '@directus/extensions-sdk';
import MajorsPanel from './MajorsPanel.vue';

export default definePanel({
  id: 'zhudian-majors',
  name: '驻点：重大隐患',
  icon: 'crisis_alert',
  component: MajorsPanel,
  options: [],
  minWidth: 12,
  minHeight: 8,
});
