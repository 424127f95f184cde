import { defineModule } from '@directus/extensions-sdk';
import { goToFirstPassword } from '../account/goToFirstPassword.ts';
import { accountRoutes } from '../account/routes.ts';
import { boardRoutes } from '../board/routes.ts';
import { checklistRoutes } from '../checklist/routes.ts';
import { documentRoutes } from '../documents/routes.ts';
import { helpRoutes } from '../help/routes.ts';
import { rosterRoutes } from '../roster/routes.ts';
import { statisticsRoutes } from '../statistics/routes.ts';
import { templateRoutes } from '../templates/routes.ts';
import { visitRoutes } from '../visit/routes.ts';
import { workbenchRoutes } from '../workbench/routes.ts';
import { closeNavigationOnPhone } from './closeNavigationOnPhone.ts';
import { closeSidebarAtFirst } from './closeSidebarAtFirst.ts';
import { sayFaultsInOurWords } from './sayFaultsInOurWords.ts';

/** The pages of Zhudian beside Directus's own: one module, each concept with its routes. */
export default defineModule({
  id: 'zhudian',
  name: '$t:zd_module_name',
  icon: 'assignment_turned_in',
  // Asked when somebody has logged in, before a page is drawn.
  preRegisterCheck: (user) => {
    goToFirstPassword(window, user);
    sayFaultsInOurWords(document);
    closeSidebarAtFirst(window);
    closeNavigationOnPhone(window);
    return true;
  },
  routes: [
    ...workbenchRoutes,
    ...visitRoutes,
    ...statisticsRoutes,
    ...boardRoutes,
    ...rosterRoutes,
    ...checklistRoutes,
    ...documentRoutes,
    ...templateRoutes,
    ...helpRoutes,
    ...accountRoutes,
  ],
});
