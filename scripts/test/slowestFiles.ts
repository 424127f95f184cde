/** The files that took longest, a line each, the longest first. */
export function slowestFiles(times: Readonly<Record<string, number>>, most = 10): string {
  return Object.entries(times)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([file, seconds]) => `${seconds.toFixed(0).padStart(6)} s  ${file}`)
    .join('\n');
}
