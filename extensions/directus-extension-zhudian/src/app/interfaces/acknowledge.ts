import { defineInterface } from '@directus/extensions-sdk';
import AcknowledgeInterface from './AcknowledgeInterface.vue';

/** Whether the city has confirmed a major hazard, and the button that does it. */
export default defineInterface({
  id: 'zhudian-acknowledge',
  name: '驻点：市级签收',
  icon: 'task_alt',
  component: AcknowledgeInterface,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  options: [],
});
