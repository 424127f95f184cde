import type { RouteRecordRaw } from 'vue-router';
import StatisticsPage from './StatisticsPage.vue';

export const statisticsRoutes: RouteRecordRaw[] = [{ name: 'zhudian-statistics', path: 'statistics', component: StatisticsPage }];
