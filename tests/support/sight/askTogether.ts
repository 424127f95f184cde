import type { Api } from '../Api.ts';
import { graphqlValue } from '../graphqlValue.ts';
import { faultOf, nameOf, questionOf, type Probe } from './Probe.ts';

/** So many in one question: Directus reads 5,000 words of it. */
const TOGETHER = 30;

/** Asks by GraphQL, many at once, which listed rows answer each question. Gives the ones that answer otherwise than they should. */
export async function askTogether(api: Api, probes: readonly Probe[]): Promise<string[]> {
  const wrong: string[] = [];
  for (let from = 0; from < probes.length; from += TOGETHER) {
    const some = probes.slice(from, from + TOGETHER);
    const asked = some.map((probe, index) => `p${index}: ${probe.root}(limit: -1, filter: ${graphqlValue(questionOf(probe))}) { id }`);
    const { data, errors } = await api.graphql(`{ ${asked.join('\n')} }`);
    if (errors.length > 0) wrong.push(`${some.map(nameOf).join(', ')}: ${JSON.stringify(errors).slice(0, 300)}`);
    for (const [index, probe] of some.entries()) {
      const fault = faultOf(probe, (data?.[`p${index}`] ?? []) as { id: string }[]);
      if (fault) wrong.push(fault);
    }
  }
  return wrong;
}
