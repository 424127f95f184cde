import { chineseDate } from '../text/chineseDate.ts';
import { amountWan, chineseMonth, line } from '../text/printText.ts';
import { DRAFT } from './draftMark.ts';
import { FIGURES } from './figures.ts';
import type { FigureRow, StatisticsFacts } from './ReportFacts.ts';

/** The figures of a row as the table prints them; all blank where there are none. */
export function figureCells(figures: FigureRow | null): Record<string, string> {
  return Object.fromEntries(
    Object.keys(FIGURES).map((key) => {
      const value = figures?.[key as keyof FigureRow] ?? '';
      return [key, key === 'reward_amount_wan' ? amountWan(value) : String(value)];
    }),
  );
}

/** The data of the template `statistics` (附件4). */
export function statisticsTableData({ county, rows, contact, filled_on, since, draft = false }: StatisticsFacts): Record<string, unknown> {
  return {
    draft: draft ? DRAFT : '',
    county: line(county.name),
    rows: rows.map(({ name, figures }, index) => ({ number: index + 1, name: line(name), ...figureCells(figures) })),
    contact: contact ? [line(contact.name), line(contact.phone)].filter((part) => part !== '').join(' ') : '',
    filled_on: draft ? '' : chineseDate(filled_on),
    since: chineseMonth(since),
  };
}
