import { defineInterface } from '@directus/extensions-sdk';
import ChecklistInterface from './ChecklistInterface.vue';

/** The items of a visit on one page, for the form of the admin panel. */
export default defineInterface({
  id: 'zhudian-checklist',
  name: '驻点：任务清单',
  icon: 'checklist',
  component: ChecklistInterface,
  types: ['alias'],
  localTypes: ['o2m'],
  group: 'relational',
  relational: true,
  options: [],
});
