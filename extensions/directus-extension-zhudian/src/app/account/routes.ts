import type { RouteRecordRaw } from 'vue-router';
import FirstPasswordPage from './FirstPasswordPage.vue';

// The panel goes on where somebody stopped: never here.
export const accountRoutes: RouteRecordRaw[] = [
  { name: 'zhudian-first-password', path: 'first-password', component: FirstPasswordPage, meta: { track: false } },
];
