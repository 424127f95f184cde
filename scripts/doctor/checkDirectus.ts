import { z } from 'zod/v4';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const health = z.object({
  data: z.object({
    parts: z
      .array(z.object({ part: z.string(), status: z.enum(['ok', 'warn', 'error']), message: z.string(), version: z.string().optional() }))
      .default([]),
  }),
});

/** What Directus answers by itself, and what our extension says about each part: backlog, oldest event, mail. */
export async function checkDirectus({ config, secrets }: Patient): Promise<Finding[]> {
  const get = async (path: string) =>
    fetch(`${config.urls.directus}${path}`, {
      headers: { authorization: `Bearer ${secrets?.automationToken ?? ''}` },
      signal: AbortSignal.timeout(10_000),
    });
  const ping = await get('/server/ping');
  const findings: Finding[] = [
    {
      check: 'Directus',
      ok: ping.ok,
      detail: ping.ok ? config.urls.directus : `HTTP ${ping.status}`,
      remedy: ping.ok ? undefined : log(config.dataDir),
    },
  ];
  const answer = await get('/zhudian/health');
  if (!answer.ok) {
    return [
      ...findings,
      {
        check: 'GET /zhudian/health',
        ok: false,
        detail: `HTTP ${answer.status}`,
        remedy: answer.status === 404 ? `The extension is not loaded: npm run build, then start again. ${log(config.dataDir)}` : log(config.dataDir),
      },
    ];
  }
  const { parts } = health.parse(await answer.json()).data;
  return [
    ...findings,
    ...parts.map(({ part, status, message, version }) => ({
      check: `health: ${part}`,
      ok: status !== 'error',
      detail: version === undefined ? message : `${message} (${version})`,
      remedy: status === 'ok' ? undefined : `Do what the line says. ${log(config.dataDir)}`,
    })),
  ];
}

function log(dataDir: string): string {
  return `Read ${dataDir}/logs/directus.log and n8n.log.`;
}
