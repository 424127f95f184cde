import { defineInterface } from '@directus/extensions-sdk';
import DocumentsInterface from './DocumentsInterface.vue';

/** The documents of a visit, a hazard, a county …: those there are, and buttons for those that can be made. */
export default defineInterface({
  id: 'zhudian-documents',
  name: '驻点：文书',
  icon: 'description',
  component: DocumentsInterface,
  types: ['alias'],
  localTypes: ['o2m'],
  group: 'relational',
  relational: true,
  options: [],
});
