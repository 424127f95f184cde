import { chineseDate } from '@zhudian/core/text/chineseDate.ts';
import { chineseQuarter } from '@zhudian/core/text/printText.ts';
import { evaluationStage, type EvaluationStage } from '@zhudian/core/evaluations/evaluationStage.ts';
import { quarterBefore } from '@zhudian/core/evaluations/quarterBefore.ts';
import { quarterOf } from '@zhudian/core/evaluations/quarterOf.ts';
import { escapeHtmlDeep } from '@zhudian/core/text/escapeHtmlDeep.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import { today } from '../clock/today.ts';
import { evaluationsDue } from './evaluationsDue.ts';

/** A mail that asks a county for its evaluation of a quarter. */
export interface EvaluationRequest {
  /** One for each county, quarter and stage: a second mail with it is the first one. */
  readonly key: string;
  readonly stage: EvaluationStage;
  readonly quarter: string;
  readonly county: { readonly name: string; readonly office: string };
  readonly to: readonly string[];
  readonly show: { readonly quarter: string; readonly last: string };
  /** Where a new evaluation is written. */
  readonly panel_url: string;
  /** The same words, safe in HTML. */
  readonly escaped: unknown;
}

/**
 * The evaluations to ask for today, of this quarter and the one before, and not asked for yet. A county is written to at its office's address and its primary
 * contact's; where it has neither, the city office is told.
 */
export async function evaluationRequests({ database, config }: Pick<Runtime, 'database' | 'config'>): Promise<EvaluationRequest[]> {
  const [day, settings] = await Promise.all([today(database), readSettings(database)]);
  const quarter = quarterOf(day);
  const requests: EvaluationRequest[] = [];
  for (const one of [quarterBefore(quarter), quarter]) {
    const stage = evaluationStage(one, day);
    if (!stage) continue;
    const { rows, last } = await evaluationsDue(database, one, null);
    const contacts = await database('contacts')
      .where({ status: 'active', is_primary: true })
      .whereNotNull('email')
      .select<{ county: string; email: string }[]>('county', 'email');
    for (const { county, office, email } of rows.filter(({ done, here }) => here && !done)) {
      const known = [email, ...contacts.filter((contact) => contact.county === county.id).map((contact) => contact.email)].filter(
        (address) => address !== null && address !== '',
      );
      const told = {
        county: { name: county.name, office: office ?? county.name },
        show: { quarter: chineseQuarter(one), last: chineseDate(last) },
        panel_url: new URL('/admin/content/evaluations/+', config.PUBLIC_URL).href,
      };
      requests.push({
        key: `evaluation:${county.code}:${one}:${stage}`,
        stage,
        quarter: one,
        to: known.length > 0 ? [...new Set(known as string[])] : settings.city_office_emails,
        ...told,
        escaped: escapeHtmlDeep(told),
      });
    }
  }
  const keys = requests.map(({ key }) => key);
  const asked = new Set((await database('deliveries').whereIn('key', keys).select('key')).map(({ key }) => key));
  return requests.filter(({ key }) => !asked.has(key));
}
