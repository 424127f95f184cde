import { defineDisplay } from '@directus/extensions-sdk';
import ContestDisplay from './ContestDisplay.vue';

/** Why somebody says that the signature under their name is not theirs, as it stands beside the name; nothing where nobody does. */
export default defineDisplay({
  id: 'zhudian-contest',
  name: '驻点：签字异议',
  icon: 'flag',
  component: ContestDisplay,
  types: ['text'],
  options: [],
});
