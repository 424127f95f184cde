import { defineInterface } from '@directus/extensions-sdk';
import SuspicionsInterface from './SuspicionsInterface.vue';

/** What the server finds odd about a visit, for the offices: nothing where there is nothing, or for whoever may not see it. */
export default defineInterface({
  id: 'zhudian-suspicions',
  name: '驻点：可疑之处',
  icon: 'flag',
  component: SuspicionsInterface,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  options: [],
});
