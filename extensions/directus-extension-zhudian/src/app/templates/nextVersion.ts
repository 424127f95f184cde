import type { TemplateVersion } from './TemplateVersion.ts';

/** The number of a new version: one more than the highest; versions that are named otherwise do not count. */
export function nextVersion(versions: readonly Pick<TemplateVersion, 'version'>[]): string {
  const numbers = versions.map(({ version }) => Number(version)).filter((number) => Number.isSafeInteger(number) && number > 0);
  return String(Math.max(0, ...numbers) + 1);
}
