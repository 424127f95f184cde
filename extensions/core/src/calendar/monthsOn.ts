/**
 * The month so many months after another, before it where the number is negative: `YYYY-MM`.
 *
 * @param month `YYYY-MM`, or a day of it
 */
export function monthsOn(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
