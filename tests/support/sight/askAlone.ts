import type { Api } from '../Api.ts';
import { pathOf } from './Graph.ts';
import { faultOf, nameOf, questionOf, type Probe } from './Probe.ts';

/**
 * Asks by REST, one after another, which listed rows answer each question. Gives the ones that answer otherwise than they should.
 * @param question null where a probe cannot be asked in this way
 */
export async function askAlone(
  api: Api,
  probes: readonly Probe[],
  question: (probe: Probe) => object | null = (probe) => questionOf(probe),
): Promise<string[]> {
  const wrong: string[] = [];
  for (const probe of probes) {
    const asked = question(probe);
    if (!asked) continue;
    const filter = encodeURIComponent(JSON.stringify(asked));
    const { data, errors } = await api.send<{ id: string }[]>('GET', `${pathOf(probe.root)}?fields=id&limit=-1&filter=${filter}`);
    const fault = errors.length > 0 ? `${nameOf(probe)} = ${probe.value}: ${JSON.stringify(errors).slice(0, 300)}` : faultOf(probe, data);
    if (fault) wrong.push(fault);
  }
  return wrong;
}
