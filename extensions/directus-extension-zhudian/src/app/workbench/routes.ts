import type { RouteRecordRaw } from 'vue-router';
import WorkbenchPage from './WorkbenchPage.vue';

export const workbenchRoutes: RouteRecordRaw[] = [{ name: 'zhudian-workbench', path: '', component: WorkbenchPage }];
