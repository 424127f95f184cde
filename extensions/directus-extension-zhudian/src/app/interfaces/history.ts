import { defineInterface } from '@directus/extensions-sdk';
import HistoryInterface from './HistoryInterface.vue';

/** The history of a visit, a hazard or a report, the newest step first and each note whole. */
export default defineInterface({
  id: 'zhudian-history',
  name: '驻点：流转记录',
  icon: 'history',
  component: HistoryInterface,
  types: ['alias'],
  localTypes: ['o2m'],
  group: 'relational',
  relational: true,
  options: [],
});
