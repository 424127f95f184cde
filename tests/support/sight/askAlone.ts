import type { Api } from '../Api.ts';
import { pathOf } from './Graph.ts';
import { faultOf, nameOf, questionOf, type Probe } from './Probe.ts';

/** Asks by REST, one after another, which listed rows answer each question. Gives the ones that answer otherwise than they should. */
export async function askAlone(api: Api, probes: readonly Probe[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const probe of probes) {
    const filter = encodeURIComponent(JSON.stringify(questionOf(probe)));
    const { data, errors } = await api.send<{ id: string }[]>('GET', `${pathOf(probe.root)}?fields=id&limit=-1&filter=${filter}`);
    const fault = errors.length > 0 ? `${nameOf(probe)} = ${probe.value}: ${JSON.stringify(errors).slice(0, 300)}` : faultOf(probe, data);
    if (fault) wrong.push(fault);
  }
  return wrong;
}
