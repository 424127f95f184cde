import type { RouteRecordRaw } from 'vue-router';
import PreviewPage from './PreviewPage.vue';

export const checklistRoutes: RouteRecordRaw[] = [{ name: 'zhudian-checklist', path: 'checklist', component: PreviewPage }];
