import { defineInterface } from '@directus/extensions-sdk';
import MomentInterface from './MomentInterface.vue';

/** A moment that is read and typed in Beijing time, whatever zone the browser is in. */
export default defineInterface({
  id: 'zhudian-moment',
  name: '驻点：北京时间',
  icon: 'schedule',
  component: MomentInterface,
  types: ['timestamp'],
  group: 'selection',
  options: [],
});
