import type { RouteRecordRaw } from 'vue-router';
import NewVisitPage from './NewVisitPage.vue';
import VisitPage from './VisitPage.vue';

export const visitRoutes: RouteRecordRaw[] = [
  { name: 'zhudian-visit-new', path: 'visits/new', component: NewVisitPage },
  { name: 'zhudian-visit', path: 'visits/:id', component: VisitPage, props: true },
];
