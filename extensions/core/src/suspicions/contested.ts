import type { Suspicion } from './Suspicion.ts';

/** What somebody who is named in a visit says of the signature under their name. */
export interface Contested {
  /** The row of the visit's person. */
  readonly person: string;
  /** When they said it: each time is a mark of its own, also after the county has settled the one before. */
  readonly at: string;
  readonly visit: string;
  readonly county: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly enterprise: string;
  readonly reason: string;
  /** Whose login sent the picture of the signature; null where nobody knows, or nothing was signed. */
  readonly sender: string | null;
}

/** The mark of a signature that its person says is not theirs. */
export function contested({ person, at, visit, county, name, day, enterprise, reason, sender }: Contested): Suspicion {
  const sent = sender === null ? '' : `签字图片由${sender}的账号上传；`;
  return {
    key: `contested:${person}:${at}`,
    kind: 'contested',
    county,
    visit,
    period: null,
    reason: `${name}称 ${day} ${enterprise}的驻点记录中自己名下的签字不是本人所签，理由为“${reason}”；${sent}请向本人和同组人员核实`,
  };
}
