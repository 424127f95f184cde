import { defineInterface } from '@directus/extensions-sdk';
import ReportInterface from './ReportInterface.vue';

/** How a monthly report stands: what is missing, its figures now and as handed in, what was corrected since the report before. */
export default defineInterface({
  id: 'zhudian-report',
  name: '驻点：月报情况',
  icon: 'fact_check',
  component: ReportInterface,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  options: [],
});
