import type { RouteRecordRaw } from 'vue-router';
import RosterPage from './RosterPage.vue';

export const rosterRoutes: RouteRecordRaw[] = [{ name: 'zhudian-roster', path: 'roster', component: RosterPage }];
