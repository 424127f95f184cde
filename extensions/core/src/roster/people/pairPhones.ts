import { normalisePhone, phoneFault } from '../../people/phone.ts';
import { isPlaceholder } from '../values/isPlaceholder.ts';
import type { Doubt } from './Doubt.ts';
import { partsOf } from './partsOf.ts';

/** The longest list of the phones of one enterprise's people. */
const LONGEST = 500;

const isPhone = (text: string): boolean => phoneFault(normalisePhone(text)) === null;

/**
 * The number of each of some people out of the texts of their cells, in their order: one for one, by the names before them, or none at all.
 * A number less or more than people is a doubt: nobody gets another one's.
 *
 * @param names with null for a place that is vacant
 */
export function pairPhones(texts: readonly string[], names: readonly (string | null)[]): (string | null)[] | Doubt {
  const written = texts.map((text) => (isPlaceholder(text) ? '' : text));
  if (written.every((text) => text === '')) return names.map(() => null);
  if (written.some((text) => text.length > LONGEST)) return { why: '内容太长，不像电话', choices: [''] };
  const places = written.length > 1 ? written : placesOf(written[0] ?? '');
  const labelled = places.map((place) => /^(\p{Script=Han}[^:\d]*?)[\s:]*(\+?\d[\d ()-]*)$/u.exec(place));
  if (labelled.some(Boolean)) return byName(labelled, names);
  const numbers = places.map((place) => (isPlaceholder(place) ? '' : normalisePhone(place)));
  const fitting = [numbers, withoutEnds(numbers)].flatMap((list) => {
    if (list.length === names.length && names.every((name, index) => name !== null || list[index] === '')) return [list];
    // A place that is vacant has none.
    const present = names.filter((name) => name !== null).length;
    return list.length === present ? [spread(list, names)] : [];
  });
  const [list] = fitting;
  if (list && !(names.length > 1 && numbers.length === 1 && names.filter((name) => name !== null).length > 1)) return list.map((one) => one || null);
  const found = numbers.filter(Boolean).length;
  const mobiles = places.map((place) => normalisePhone(place)).filter((one) => /^1\d{10}$/.test(one));
  // With a vacant place nobody can tell whose a number is but who looks it up.
  const choices = names.includes(null)
    ? ['']
    : [...(mobiles.length === names.length ? [mobiles.join('、')] : []), ...(found < names.length ? [inPlaces(numbers, names.length)] : []), ''];
  return { why: `${names.filter((name) => name !== null).length} 个人、${found} 个电话，对不上`, choices };
}

const inPlaces = (numbers: readonly string[], places: number): string =>
  [...numbers.filter(Boolean), ...Array<string>(places).fill('')].slice(0, places).join('、');

const spread = (list: readonly string[], names: readonly (string | null)[]): string[] => {
  const left = [...list];
  return names.map((name) => (name === null ? '' : (left.shift() ?? '')));
};

/** Blank places at the end, and those that only the ends of lines make, are none. */
const withoutEnds = (numbers: readonly string[]): string[] => {
  const last = numbers.findLastIndex((one) => one !== '');
  return numbers.slice(0, last + 1);
};

function placesOf(text: string): string[] {
  // Lines that part nothing: 、 at their ends does already.
  const flat = text
    .replace(/([、,;])\n+/g, '$1')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return partsOf(flat).flatMap((part) => {
    const words = part.split(/\s+/);
    return words.length > 1 && words.every(isPhone) && !isPhone(part) ? words : [part];
  });
}

function byName(labelled: readonly (RegExpExecArray | null)[], names: readonly (string | null)[]): (string | null)[] | Doubt {
  const numbers = new Map<string, string>();
  for (const found of labelled) {
    const [, label = '', number = ''] = found ?? [];
    const name = label.replace(/\s/g, '');
    const twice = names.filter((one) => one === name).length !== 1 || numbers.has(name);
    if (!found || twice) return { why: '电话前面的姓名与驻点人员对不上', choices: [''] };
    numbers.set(name, normalisePhone(number));
  }
  return names.map((name) => (name === null ? null : (numbers.get(name) ?? null)));
}
