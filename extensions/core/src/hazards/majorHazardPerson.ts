import { line } from '../text/printText.ts';
import type { PersonFacts } from './HazardFacts.ts';

/** A person as one line of the report's table of contacts. */
export interface MajorHazardPerson {
  readonly name: string;
  /** 市级 or 县级: who sent the inspector (附件4, columns 1–4). */
  readonly level: string;
  /** 单位及职务, as in 附件5. */
  readonly unit: string;
  readonly phone: string;
  /** 组长 for the leader of the team, else blank. */
  readonly role: string;
}

/** What the report says of a person; what is not recorded is 未登记, so that a gap is seen and filled. */
export function majorHazardPerson(person: PersonFacts): MajorHazardPerson {
  const unit = [line(person.organisation), line(person.position)].filter((part) => part !== '').join(' ');
  return {
    name: line(person.name),
    level: person.level === 'city' ? '市级' : '县级',
    unit: unit || '未登记',
    phone: line(person.phone) || '未登记',
    role: person.is_lead ? '组长' : '',
  };
}
