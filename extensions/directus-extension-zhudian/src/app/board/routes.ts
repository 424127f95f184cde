import type { RouteRecordRaw } from 'vue-router';
import BoardPage from './BoardPage.vue';

export const boardRoutes: RouteRecordRaw[] = [{ name: 'zhudian-month-end', path: 'month-end', component: BoardPage }];
