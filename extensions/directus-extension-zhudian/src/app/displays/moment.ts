import { defineDisplay } from '@directus/extensions-sdk';
import { beijing } from '../text/beijing.ts';
import MomentDisplay from './MomentDisplay.vue';

/** A moment in Beijing time, whatever zone the browser is in: lists, titles, and the page that is downloaded as CSV. */
export default defineDisplay({
  id: 'zhudian-moment',
  name: '驻点：北京时间',
  icon: 'schedule',
  component: MomentDisplay,
  types: ['timestamp'],
  options: [],
  handler: (value: string | null) => (value ? beijing(value) : value),
});
