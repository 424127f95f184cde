import { line } from '../text/printText.ts';

interface Person {
  readonly name: string;
  readonly level: 'city' | 'county';
  readonly phone: string | null;
}

/** What annex 1 is composed from: the enterprises in the order of the list, each with its team in force. */
export interface RosterFacts {
  readonly rows: readonly {
    readonly county: string;
    readonly enterprise: string;
    readonly uscc: string | null;
    readonly people: readonly Person[];
  }[];
}

/** The data of the template `roster` (附件1): a line of its own for each person's name and phone. */
export function rosterData({ rows }: RosterFacts): Record<string, unknown> {
  return {
    count: rows.length,
    rows: rows.map(({ county, enterprise, uscc, people }, index) => {
      const of = (level: Person['level'], field: 'name' | 'phone'): string =>
        people
          .filter((person) => person.level === level)
          .map((person) => line(person[field]))
          .join('\n');
      return {
        number: index + 1,
        county: line(county),
        enterprise: line(enterprise),
        uscc: line(uscc),
        city_people: of('city', 'name'),
        city_phones: of('city', 'phone'),
        county_people: of('county', 'name'),
        county_phones: of('county', 'phone'),
      };
    }),
  };
}
