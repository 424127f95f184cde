import { line } from '../text/printText.ts';

/** What annex 5 is composed from: the contacts in the order of their counties, and the counties that have none. */
export interface ContactsFacts {
  readonly contacts: readonly {
    readonly name: string;
    readonly organisation: string | null;
    readonly position: string | null;
    readonly phone: string | null;
  }[];
  readonly missing: readonly string[];
}

/** The data of the template `contacts` (附件5). */
export function contactsData({ contacts, missing }: ContactsFacts): Record<string, unknown> {
  return {
    contacts: contacts.map(({ name, organisation, position, phone }) => ({
      name: line(name),
      unit: [line(organisation), line(position)].filter((part) => part !== '').join(' '),
      phone: line(phone),
    })),
    missing: missing.map(line).join('、'),
  };
}
