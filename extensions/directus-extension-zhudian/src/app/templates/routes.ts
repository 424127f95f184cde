import type { RouteRecordRaw } from 'vue-router';
import TemplatesPage from './TemplatesPage.vue';

export const templateRoutes: RouteRecordRaw[] = [{ name: 'zhudian-templates', path: 'templates', component: TemplatesPage }];
