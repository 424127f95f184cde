import { directusAccess } from '../provision/directusAccess.ts';
import { rosterTexts } from '../texts/maintenanceTexts.ts';
import { printFaults, printQuestion, type ImportAnswer, type RosterQuestion } from './printImport.ts';

interface Failure {
  readonly message: string;
  readonly extensions?: { readonly rows?: ImportAnswer['rows']; readonly questions?: readonly RosterQuestion[] };
}

/**
 * Sends a roster to a running system.
 * @throws with the system's own message; the faults of rows and the open questions are in it
 */
export async function sendRoster(
  bytes: Uint8Array,
  name: string,
  options: { readonly county?: string | undefined; readonly answers?: string | undefined; readonly dryRun: boolean },
): Promise<ImportAnswer> {
  const { url, token } = await directusAccess();
  const headers = { authorization: `Bearer ${token}` };
  const form = new FormData();
  if (options.county) form.append('county', await countyOf(options.county, url, headers));
  if (options.answers) form.append('answers', options.answers);
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  const response = await fetch(new URL(`/zhudian/roster/import?dry_run=${options.dryRun}`, url), { method: 'POST', headers, body: form });
  const { data, errors } = (await response.json()) as { data?: ImportAnswer; errors?: readonly Failure[] };
  if (data) return data;
  const { rows = [], questions = [] } = errors?.[0]?.extensions ?? {};
  throw new Error([...printFaults(rows), ...questions.map(printQuestion), errors?.[0]?.message ?? `${response.status}`].join('\n'));
}

async function countyOf(code: string, url: string, headers: Record<string, string>): Promise<string> {
  const query = encodeURIComponent(JSON.stringify({ code: { _eq: code } }));
  const response = await fetch(new URL(`/items/counties?filter=${query}&fields=id`, url), { headers });
  const { data } = (await response.json()) as { data?: readonly { id: string }[] };
  if (!data?.[0]) throw new Error(rosterTexts.noCounty(code));
  return data[0].id;
}
