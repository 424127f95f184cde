import { ForbiddenError } from '@directus/errors';
import { presentDigest } from '@zhudian/core/reminders/presentDigest.ts';
import { escapeHtmlDeep } from '@zhudian/core/text/escapeHtmlDeep.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import { readReminders } from '../../../reminders/readReminders.ts';
import { emitReminders } from '../../../reminders/turnReminders.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { now } from '../../../clock/now.ts';
import { answer, answerAutomation } from './Route.ts';

/** How far from now reminders are told: who looks further asks for what nobody needs, at the cost of everybody else. */
const MOST_AWAY = 731 * 86_400_000;

const asked = (now: Date) =>
  z.object({
    at: z.iso
      .datetime({ offset: true })
      .refine((at) => Math.abs(new Date(at).getTime() - now.getTime()) <= MOST_AWAY, '只能查看前后两年之内的提醒')
      .optional(),
  });

/**
 * Reminders, for the automation, and for whoever sees all counties to look ahead:
 *
 * - `GET /zhudian/reminders[?at=2026-02-10T09:00:00+08:00]`: see `Reminders`; each digest also `show`n as people read it and `escaped` for HTML.
 *   Now where no moment is named
 * - `POST /zhudian/reminders/turn`: looks now, as the calendar does each minute (automation)
 */
export function reminderRoutes(router: Router, runtime: Runtime): void {
  const { database, config } = runtime;
  router.get(
    '/reminders',
    answer(async (request) => {
      if ((await officeScope(request, runtime)) !== null) throw new ForbiddenError();
      const today = await now(database);
      const { at } = parse(asked(today), request.query);
      const { digests, ...reminders } = await readReminders(at ? new Date(at) : today, database);
      return {
        ...reminders,
        digests: digests.map((digest) => {
          const show = presentDigest(digest, config.PUBLIC_URL);
          return { ...digest, reminders: digest.reminders.map(({ key }) => key), show, escaped: escapeHtmlDeep({ to: digest.to, ...show }) };
        }),
      };
    }),
  );
  router.post(
    '/reminders/turn',
    answerAutomation(runtime, async () => ({ event: await emitReminders(database) })),
  );
}
