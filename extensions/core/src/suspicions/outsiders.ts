import { quoteValue } from '../text/quoteValue.ts';
import type { Suspicion } from './Suspicion.ts';

/** A visit that people outside the team of its day have signed. */
export interface SignedOutside {
  readonly visit: string;
  readonly county: string;
  readonly names: readonly string[];
  /** What was written as the reason. */
  readonly reason: string | null;
}

/** Somebody stands in for a colleague now and then, and says why; the county looks whether they were there. */
export function outsiders(signed: readonly SignedOutside[]): Suspicion[] {
  return signed.map(({ visit, county, names, reason }) => {
    const said = reason ? `，说明为“${quoteValue(reason)}”` : '，没有说明原因';
    return {
      key: `outsider:${visit}`,
      kind: 'outsider',
      county,
      visit,
      period: null,
      reason: `${names.join('、')}不在该企业当天的驻点组内${said}；请核实是否本人到场签字`,
    };
  });
}
