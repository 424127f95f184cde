/** The months from one to another, newest first, both as `YYYY-MM`. */
export function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const months: string[] = [];
  for (let back = 0; ; back += 1) {
    const one = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
    if (one < first || back > 1200) return months;
    months.push(one);
  }
}
