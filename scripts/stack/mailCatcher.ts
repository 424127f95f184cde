import type { IncomingMessage } from 'node:http';
import { MailDev } from 'maildev';

/**
 * The mail catcher's process: maildev 3, which keeps its interface under `/api`, answering under the well-known paths of
 * maildev 1 and 2 as well (`GET /email`, `GET /email/:id/attachment/:name` …). A browser asking for a page gets the page.
 */
const [smtp, web, mailDirectory] = process.argv.slice(2);
const maildev = new MailDev({
  smtp: Number(smtp),
  ip: '127.0.0.1',
  web: Number(web),
  webIp: '127.0.0.1',
  // Kept on disk, so that a demo's mails are still there after a restart; the oldest go first.
  mailDirectory,
  maxEmails: 10_000,
});

// Before it starts to listen: a restore of many mails must not die of an early signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void maildev.stop().finally(() => process.exit(0)));

const { api } = await maildev.start();
api?.server.server.prependListener('request', (request: IncomingMessage) => {
  // maildev allows every website to read its answers; the confirmation links in the mails are not for them.
  delete request.headers.origin;
  const page = request.headers.accept?.includes('text/html') === true;
  if (!page && /^\/(email|config|healthz)(?![\w-])/.test(request.url ?? '')) request.url = `/api${request.url ?? ''}`;
});
