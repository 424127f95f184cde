import { chineseDate } from '../text/chineseDate.ts';
import { chineseMoment } from '../text/chineseMoment.ts';
import { line, paragraphs } from '../text/printText.ts';
import type { HazardFacts } from './HazardFacts.ts';
import { hazardWords } from './hazardSteps.ts';
import { majorHazardElements } from './majorHazardElements.ts';
import { majorHazardPerson } from './majorHazardPerson.ts';
import { majorHazardPhotos } from './majorHazardPhotos.ts';
import { majorHazardReminder } from './majorHazardReminder.ts';
import { photoPairs } from './photoPairs.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

const UNRECORDED = '未登记';

function sender(names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、');
  if (shown === '') return '驻点监督人员';
  return names.length > 3 ? `驻点监督人员：${shown}等${names.length}人` : `驻点监督人员：${shown}`;
}

/**
 * The data of the template `major_hazard_report` (重大事故隐患报告). Every value is text ready to print: dates in Chinese,
 * what is missing as a clerk would write it. Pictures are named by file id; `renderWord` takes them under the same ids.
 */
export function majorHazardReportData(facts: HazardFacts): Record<string, unknown> {
  const { hazard, enterprise, county, office } = facts;
  const elements = majorHazardElements(hazard);
  const missing = elements.filter((element) => element.text === null).map((element) => element.name);
  const finders = facts.found_by.map(majorHazardPerson);
  const names = finders.map((person) => person.name);
  const team = facts.team.map(majorHazardPerson).map((person) => ({ ...person, role: person.role || '组员' }));
  // Whoever found it without belonging to the team needs a line and a phone number of their own.
  const others = finders
    .filter((finder) => !team.some(({ name, phone }) => name === finder.name && phone === finder.phone))
    .map((person) => ({ ...person, role: '发现人' }));
  const photos = majorHazardPhotos(facts);
  return {
    office: line(office.name),
    county: line(county.name),
    county_office: line(county.office) || line(county.name),
    enterprise: line(enterprise.name),
    uscc: line(enterprise.uscc) || UNRECORDED,
    address: line(enterprise.address) || UNRECORDED,
    legal_representative: line(enterprise.legal_representative) || UNRECORDED,
    safety_manager: line(enterprise.safety_manager) || UNRECORDED,
    enterprise_phone: line(enterprise.phone) || UNRECORDED,
    hazard_title: line(hazard.title),
    description: paragraphs(hazard.description),
    place: line(hazard.place) || TO_BE_ADDED,
    status: hazardWords.states[hazard.status] ?? hazard.status,
    found_on: chineseDate(hazard.found_on),
    found_by: names.join('、') || UNRECORDED,
    visited_on: chineseDate(facts.visit?.visited_on),
    occasion: facts.visit === null ? '' : '开展驻点监督时，',
    ...Object.fromEntries(elements.map(({ key, text }) => [key, text === null ? TO_BE_ADDED : paragraphs(text)])),
    missing: missing.length === 0 ? '' : missing.join('、'),
    team,
    has_team: team.length > 0,
    other_finders: others,
    has_other_finders: others.length > 0,
    photo_count: facts.photos.length,
    photos,
    photo_pairs: photoPairs(photos),
    photos_left_out: facts.photos_left_out ?? 0,
    reminder: majorHazardReminder(facts),
    step: facts.event.step,
    sender: sender(names),
    reported_on: chineseMoment(facts.event.raised_at, office.timezone, 'day'),
    reported_at: chineseMoment(facts.event.raised_at, office.timezone),
  };
}
