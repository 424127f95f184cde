import type { Request, Response, Router } from 'express';
import { confirmAcknowledgement, viewAcknowledgement } from '../../../hazards/acknowledge/acknowledge.ts';
import type { AcknowledgeView } from '../../../hazards/acknowledge/AcknowledgeView.ts';
import { tokenOf } from '../../../hazards/acknowledge/hideTokens.ts';
import { acknowledgePage } from '../../../hazards/acknowledge/page.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';

const MOST_BYTES = 4096;
const STATUS = { invalid: 404, expired: 410, superseded: 410, disputed: 410, open: 200, done: 200 } as const;

/** The page behind the mail's link. GET shows, POST confirms. */
export function acknowledgeRoutes(router: Router, runtime: Runtime): void {
  router.get('/acknowledge/:token', (request, response, next) => {
    viewAcknowledgement(tokenOf(request), runtime).then((view) => show(view, response), next);
  });
  router.post('/acknowledge/:token', (request, response, next) => {
    readName(request)
      .then((name) => confirmAcknowledgement(tokenOf(request), name, addressOf(request), runtime))
      .then((view) => show(view, response), next);
  });
}

/** The network address that a request comes from, as Directus reads it behind a proxy. */
const addressOf = (request: Request): string | null => (request as DirectusRequest).accountability?.ip ?? null;

function show(view: AcknowledgeView, response: Response): void {
  response
    .status('fault' in view && view.fault ? 400 : STATUS[view.kind])
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    })
    .type('html')
    .send(acknowledgePage(view));
}

/** The name from the form, or from JSON. Directus reads JSON only, so a form's body is still on the wire. */
async function readName(request: Request): Promise<string> {
  const body = request.body as unknown;
  if (body !== null && typeof body === 'object' && 'name' in body) return String(body.name);
  if (request.readableEnded) return '';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return '';
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('name') ?? '';
}
