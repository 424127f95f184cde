import type { RouteRecordRaw } from 'vue-router';
import DocumentsPage from './DocumentsPage.vue';

export const documentRoutes: RouteRecordRaw[] = [{ name: 'zhudian-documents', path: 'documents', component: DocumentsPage }];
