import { createHash, timingSafeEqual } from 'node:crypto';
import type { Router } from 'express';
import { requireAutomation } from '../../../access/requireAutomation.ts';
import { readMetrics } from '../../../operations/metrics/readMetrics.ts';
import { renderMetrics } from '../../../operations/metrics/renderMetrics.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answer } from './Route.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Figures for Prometheus. The token of its own goes in `X-Zhudian-Metrics`: in `Authorization` Directus would take it for one of its own
 * and refuse it. The automation and administrators may look as well.
 */
export function metricsRoute(router: Router, runtime: Runtime): void {
  const { ZHUDIAN_METRICS_TOKEN: token } = runtime.config;
  router.get(
    '/metrics',
    answer(async (request, response) => {
      const given = request.get('x-zhudian-metrics') ?? '';
      if (token === '' || !timingSafeEqual(digest(given), digest(token))) await requireAutomation(request.accountability, request.schema, runtime);
      const text = await renderMetrics(await readMetrics(runtime.database));
      response.type('text/plain; version=0.0.4; charset=utf-8').send(text);
    }),
  );
}
