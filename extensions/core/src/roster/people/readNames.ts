import { isPlaceholder } from '../values/isPlaceholder.ts';
import type { Doubt } from './Doubt.ts';
import { hintOf } from './hintOf.ts';
import { withoutInnerMarks } from './levelOfText.ts';
import { partsOf } from './partsOf.ts';
import { readName, type Named } from './readName.ts';

const MORE = /\s*等(?:共|计)?(\d+|[一二两三四五六七八九十])?\s*(?:人|名|位|同志)*$/;
/** The longest list of people of one enterprise. */
const LONGEST = 300;
const NUMERALS = '一二三四五六七八九十';
/** 组长：张三 组员：李四, without a mark between them. */
const BEFORE_LABEL = /\s+(?=(?:副?组长|组员|成员|队长|队员|(?:市|县|区)级?(?:人员)?)\s*:)/g;
/** 1.张三 2、李四 (3)王五 ①赵六, of which half-width has made digits. */
const NUMBERING = /(^|[^\d.-])\(?([1-9])(?:[.、)](?!\d)\s*|(?=\p{Script=Han}))/gu;

/** The people of one cell in their order; a null is a place that is vacant: 暂缺. */
export type Names = { readonly people: readonly (Named | null)[] } | Doubt;

/** Reads the names in a cell. Where `sure`, somebody has said that they are right as they stand. */
export function readNames(text: string, sure: boolean): Names {
  if (text.length > LONGEST) return { why: '内容太长，不像一份人员名单', choices: [] };
  if (isPlaceholder(text)) return { people: [null] };
  const [more, count] = MORE.exec(text) ?? [];
  const written = withoutInnerMarks(more === undefined ? text : text.slice(0, -more.length)).replace(BEFORE_LABEL, '、');
  const numbered = written.match(NUMBERING)?.length ?? 0;
  const parts = partsOf(numbered > 1 || /^\(?1[.、)]/.test(written) ? written.replace(NUMBERING, '$1、') : written).filter((part) => part !== '');
  const people: (Named | null)[] = [];
  let level: Named['level'];
  for (const part of parts) {
    if (isPlaceholder(part)) {
      people.push(null);
      continue;
    }
    // A number on a line of its own, below the name.
    const number = hintOf(part)?.phone;
    const before = people.at(-1);
    if (number !== undefined && before && !before.phone) {
      people[people.length - 1] = { ...before, phone: number };
      continue;
    }
    // 市级：张三、李四；县级：王五: what was said of the first holds until something else is said.
    const [, label] = /^([^:]{1,8}):/.exec(part) ?? [];
    const said = label === undefined ? undefined : hintOf(label)?.level;
    if (said) level = said;
    const named = readName(part, { sure, listed: parts.length > 1 });
    if (!Array.isArray(named)) return { ...named, choices: named.choices.map((choice) => text.replace(part, choice)) };
    people.push(...named.map((one) => (level && !one.level ? { ...one, level } : one)));
  }
  if (more !== undefined && !sure && countOf(count) !== people.length) return { why: '“等”字后面的人没有写出姓名', choices: [written] };
  if (people.length === 0) return { why: '没有姓名', choices: [] };
  return sure ? { people } : (levelDoubt(people) ?? { people });
}

/** 张三、李四（市级）: the level may be of the last alone, or of both. */
function levelDoubt(people: readonly (Named | null)[]): Doubt | null {
  const present = people.filter((one) => one !== null);
  const told = present.filter(({ level }) => level !== undefined);
  if (told.length === 0 || told.length === present.length) return null;
  const word = told[0]?.level === 'city' ? '市级' : '县级';
  const other = word === '市级' ? '县级' : '市级';
  const all = present.map(({ name }) => `${name}(${word})`).join('、');
  const rest = present.map(({ name, level }) => `${name}(${level ? word : other})`).join('、');
  return { why: '有人注明了市级或县级，有人没有', choices: told.every(({ level }) => level === told[0]?.level) ? [all, rest] : [] };
}

const countOf = (text: string | undefined): number =>
  text === undefined ? -1 : text === '两' ? 2 : NUMERALS.includes(text) ? NUMERALS.indexOf(text) + 1 : Number(text);
