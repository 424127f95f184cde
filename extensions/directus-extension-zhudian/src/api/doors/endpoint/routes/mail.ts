import { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import type { Router } from 'express';
import { parse } from '../../../errors/parse.ts';
import { enqueueMail } from '../../../mail/enqueueMail.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answerAutomation } from './Route.ts';

/** Hands one official mail to the ledger; a second time under the same key finds the first. */
export function mailRoute(router: Router, runtime: Runtime): void {
  router.post(
    '/mail',
    answerAutomation(runtime, async (request) => await enqueueMail(parse(MailRequest, request.body), 'n8n', runtime)),
  );
}
