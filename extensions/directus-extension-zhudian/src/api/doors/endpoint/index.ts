import { defineEndpoint } from '@directus/extensions-sdk';
import { readConfig } from '@zhudian/host/config.ts';
import { acknowledgeRoutes } from './routes/acknowledge.ts';
import { batchRoutes } from './routes/batches.ts';
import { checklistRoute } from './routes/checklist.ts';
import { boardRoute } from './routes/board.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { deadlineRoute } from './routes/deadlines.ts';
import { documentRoutes } from './routes/documents.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { eventRoutes } from './routes/events.ts';
import { hazardRoutes } from './routes/hazards.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { reportRoutes } from './routes/reports.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { previewRoutes } from './routes/previews.ts';
import { rosterRoutes } from './routes/roster.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { suspicionRoutes } from './routes/suspicions.ts';
import { templateRoutes } from './routes/templates.ts';
import { helpRoutes } from './routes/help.ts';
import { healthRoute } from './routes/health.ts';
import { visitRoutes } from './routes/visits.ts';
import { metricsRoute } from './routes/metrics.ts';
import { mailRoute } from './routes/mail.ts';

/** Everything under `/zhudian`. */
export default defineEndpoint({
  id: 'zhudian',
  handler: (router, { services, getSchema, database, logger, env }) => {
    const runtime = { services, getSchema, database, logger, config: readConfig(env) };
    eventRoutes(router, runtime);
    hazardRoutes(router, runtime);
    checklistRoute(router, runtime);
    rosterRoutes(router, runtime);
    coverageRoutes(router, runtime);
    statisticsRoutes(router, runtime);
    evaluationRoutes(router, runtime);
    suspicionRoutes(router, runtime);
    boardRoute(router, runtime);
    reportRoutes(router, runtime);
    deadlineRoute(router, runtime);
    reminderRoutes(router, runtime);
    documentRoutes(router, runtime);
    templateRoutes(router, runtime);
    batchRoutes(router, runtime);
    pictureRoutes(router, runtime);
    previewRoutes(router, runtime);
    mailRoute(router, runtime);
    acknowledgeRoutes(router, runtime);
    helpRoutes(router);
    visitRoutes(router, runtime);
    healthRoute(router, runtime);
    metricsRoute(router, runtime);
  },
});
