import { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import type { Router } from 'express';
import { parse } from '../../../errors/parse.ts';
import { isTestRun } from '../../../events/testRuns.ts';
import { takeMail } from '../../../mail/takeMail.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answerAutomation } from './Route.ts';

/** Hands one official mail to the ledger; a second time under the same key finds the first. */
export function mailRoute(router: Router, runtime: Runtime): void {
  router.post(
    '/mail',
    answerAutomation(runtime, async (request) => await takeMail(parse(MailRequest, request.body), isTestRun(request), runtime)),
  );
}
