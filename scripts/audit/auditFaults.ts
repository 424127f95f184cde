import { z } from 'zod/v4';
import type { AuditException } from './auditExceptions.ts';

const advisory = z.looseObject({ title: z.string(), url: z.string(), severity: z.string(), name: z.string() });
const AuditReport = z.looseObject({
  vulnerabilities: z.record(z.string(), z.looseObject({ via: z.array(z.union([z.string(), advisory])), range: z.string() })),
});

/** What has to be dealt with; a moderate one is left to the next update. */
const SEVERE = new Set(['high', 'critical']);

/**
 * What `npm audit --json` found and nobody has excepted, exceptions whose time is over, and such that nothing needs any more.
 *
 * @param today `YYYY-MM-DD`
 */
export function auditFaults(report: unknown, exceptions: readonly AuditException[], today: string): string[] {
  const { vulnerabilities } = AuditReport.parse(report);
  const found = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((one) => typeof one !== 'string'));
  const advisories = [...new Map(found.map((one) => [one.url, one])).values()];
  const idOf = ({ url }: { url: string }): string => url.split('/').at(-1) ?? url;
  const inForce = exceptions.filter(({ until }) => until >= today);
  return [
    ...advisories
      .filter((one) => SEVERE.has(one.severity) && !inForce.some((known) => known.advisory === idOf(one) && known.package === one.name))
      .map(
        (one) =>
          `${one.name}: ${one.severity}: ${one.title} (${one.url}). Update it, or add ${idOf(one)} to scripts/audit/auditExceptions.ts with a reason.`,
      ),
    ...exceptions
      .filter(({ until }) => until < today)
      .map((known) => `${known.package} ${known.advisory}: was excepted until ${known.until}: look again.`),
    ...inForce
      .filter((known) => !advisories.some((one) => known.advisory === idOf(one) && known.package === one.name))
      .map((known) => `${known.package} ${known.advisory}: is not found any more: take its exception out.`),
  ];
}
