import { z } from 'zod/v4';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { checkNames, servicesTexts } from '../texts/doctorTexts.ts';
import { say } from '../texts/say.ts';

const health = z.object({
  data: z.object({
    parts: z
      .array(
        z.object({
          part: z.string(),
          status: z.enum(['ok', 'warn', 'error']),
          message: z.string(),
          version: z.string().optional(),
          label: z.string(),
          text: z.string(),
          faults: z.array(z.string()).default([]),
        }),
      )
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
      check: checkNames.directus(),
      ok: ping.ok,
      detail: ping.ok ? config.urls.directus : `HTTP ${ping.status}`,
      remedy: ping.ok ? undefined : servicesTexts.readLogs(config.dataDir),
    },
  ];
  const answer = await get('/zhudian/health');
  if (!answer.ok) {
    return [
      ...findings,
      {
        check: checkNames.health(),
        ok: false,
        detail: `HTTP ${answer.status}`,
        remedy:
          answer.status === 404 ? `${servicesTexts.notLoaded()} ${servicesTexts.readLogs(config.dataDir)}` : servicesTexts.readLogs(config.dataDir),
      },
    ];
  }
  const { parts } = health.parse(await answer.json()).data;
  return [
    ...findings,
    ...parts.map((part) => ({
      check: checkNames.healthOf(part.part, part.label),
      ok: part.status !== 'error',
      detail: detailOf(part),
      remedy: part.status === 'ok' ? undefined : `${servicesTexts.doIt()} ${servicesTexts.readLogs(config.dataDir)}`,
    })),
  ];
}

/** What the part says, in the language of the command line; what is wrong with addresses it says to the office, in Chinese. */
function detailOf({ message, text, version, faults }: z.infer<typeof health>['data']['parts'][number]): string {
  const [said = ''] = message.split('; ');
  const addresses = faults.flatMap((fault) => fault.match(/[^\s“”、：]+@[^\s“”、]+/g) ?? []);
  const en = faults.length === 0 ? message : `${said}; ${servicesTexts.addressesDue(addresses)}`;
  const detail = say({ en, zh: text });
  return version === undefined ? detail : `${detail} (${version})`;
}
