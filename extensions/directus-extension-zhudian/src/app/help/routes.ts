import type { RouteRecordRaw } from 'vue-router';
import HelpPage from './HelpPage.vue';

export const helpRoutes: RouteRecordRaw[] = [{ name: 'zhudian-help', path: 'help', component: HelpPage }];
