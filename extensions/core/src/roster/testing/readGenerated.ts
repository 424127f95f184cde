import { bare, cellText } from '../sheet/cellText.ts';
import { readRoster } from '../readRoster.ts';
import { Chance } from './Chance.ts';
import { drawRoster } from './drawRoster.ts';
import { sheetOfDrawn } from './sheetOfDrawn.ts';
import { truth } from './truth.ts';

/** Reads the roster of a seed, and compares it with the truth that it was drawn from. */
export function readGenerated(seed: number): { seed: number; enterprises: number; exact: number; wrong: string[] } {
  const chance = new Chance(seed);
  const enterprises = truth(chance);
  const { sheets, tells } = drawRoster(enterprises, chance);
  const drawn = sheets.map(sheetOfDrawn);
  const reading = readRoster(drawn);
  const wrong: string[] = [];
  if ('fault' in reading) return { seed, enterprises: enterprises.length, exact: 0, wrong: [reading.fault] };
  let exact = 0;
  const open = reading.questions.some(({ required }) => required);
  for (const its of enterprises) {
    const found = reading.rows.filter(({ enterprise }) => bare(enterprise.name) === bare(its.name));
    const [row, ...others] = found;
    if (!row) {
      if (!open) wrong.push(`${its.name} is not there`);
      continue;
    }
    if (row.faults.length > 0) continue;
    if (others.length > 0) wrong.push(`${its.name} is there ${found.length} times`);
    const expected = {
      uscc: tells.codes ? its.uscc : null,
      risk: tells.risks ? its.risk : null,
      county: row.county === null ? null : its.county,
      people: its.people.map((one) =>
        [one.name, tells.levels ? one.level : null, tells.phones ? one.phone : null, tells.organisations ? one.organisation : null].join(' '),
      ),
    };
    const read = {
      uscc: row.enterprise.uscc,
      risk: row.enterprise.risk_level,
      county: row.county,
      people: row.people.map(({ name, level, phone, organisation }) => [name, level, phone, organisation].join(' ')),
    };
    if (JSON.stringify(read) === JSON.stringify(expected)) exact += 1;
    else wrong.push(`${its.name}: ${JSON.stringify(read)} is not ${JSON.stringify(expected)}`);
  }
  for (const { enterprise, faults, row } of reading.rows)
    if (faults.length === 0 && !enterprises.some(({ name }) => bare(name) === bare(enterprise.name)))
      wrong.push(`row ${row} “${enterprise.name}” is none`);
  for (const [index, { sheet, rows, read, passed, unclear }] of reading.accounting.entries())
    if (read + passed + unclear !== rows || rows !== drawn[index]?.rows.length) wrong.push(`sheet ${cellText(sheet)}: rows do not add up`);
  return { seed, enterprises: enterprises.length, exact, wrong };
}
