import type { Doubt } from './Doubt.ts';
import { hintOf, isPost, isUnit, postAfter, type Hint } from './hintOf.ts';
import { hasCompoundSurname, looksLikeName } from './surnames.ts';

/** Somebody whom a cell names, with what it says of them. */
export interface Named extends Hint {
  readonly name: string;
}

const HAN = /^\p{Script=Han}+$/u;
/** What no name begins with, and what stands where one should. */
const NO_NAME = /^(未|待|暂|见|附|略|详|停|各|已|尚|按|参|全部|所有|人员|姓名|合计|小计|总计|共计|(true|false)$)/i;

const doubt = (why: string, ...choices: string[]): Doubt => ({ why, choices });

/**
 * One part of a cell of names: a name with what stands beside it, or what is doubtful in it. Where `sure`, somebody has said that the text
 * is right as it stands; `listed`, that other names in the cell are parted by marks.
 */
export function readName(part: string, { sure, listed }: { readonly sure: boolean; readonly listed: boolean }): Named[] | Doubt {
  const hints: Hint[] = [];
  let text = part;
  for (const [whole, inner = ''] of part.matchAll(/\(([^()]*)\)/g)) {
    const all = inner.split(/[、,;/]/).map(hintOf);
    const unknown = all.includes(null);
    if (unknown && !sure) return doubt(`括号中的“${inner}”不知指什么`, ...onlyName(part));
    hints.push(...all.filter((hint) => hint !== null));
    text = text.replace(whole, ' ');
  }
  if (/[()]/.test(text)) return doubt('括号不成对');
  const [, label, rest] = /^([^:]{1,12}):(.*)$/s.exec(text) ?? [];
  if (label !== undefined && rest !== undefined) {
    const hint = hintOf(label);
    const phone = hintOf(rest);
    if (hint) [text] = [rest, hints.push(hint)];
    else if (phone?.phone) [text] = [label, hints.push(phone)];
    else return doubt(`“${label}：”不知指什么`, ...onlyName(rest));
  }
  const [, before = '', number, after = ''] = /^(.*?)(\+?\d[\d -]{5,}\d)(.*)$/s.exec(text) ?? [];
  if (number !== undefined) {
    const hint = hintOf(number);
    if (!hint?.phone) return doubt(`其中的号码“${number}”无效`, ...onlyName(`${before}${after}`));
    hints.push(hint);
    text = `${before} ${after}`;
  }
  text = text.trim().replace(/^(副组长|组长|组员|成员)(?=\p{Script=Han}{2})/u, (role) => (hints.push(role === '组长' ? { leads: true } : {}), ''));
  // 市级张三: who sends them, written before the name without a mark.
  text = text.replace(/^(市级|市派|县级|县派|区级|区派)(?=\p{Script=Han}{2,4}$)/u, (word) => (hints.push(hintOf(word) ?? {}), ''));
  const names = namesOf(text.split(/\s+/).filter(Boolean), hints, sure, listed);
  if (!Array.isArray(names)) return names;
  if (names.length > 1 && hints.length > 0) return doubt('说明属于哪一位不清楚', names.join('、'));
  const told = Object.assign({}, ...hints) as Hint;
  return names.map((name) => ({ ...told, name }));
}

const onlyName = (text: string): string[] => {
  const name = text.replace(/\([^()]*\)|[\s:()]/g, '');
  return looksLikeName(name) ? [name] : [];
};

/** The words of a part that are names; what the others tell is added to `hints`. */
function namesOf(words: readonly string[], hints: Hint[], sure: boolean, listed: boolean): string[] | Doubt {
  const left = words.filter((word, index) => {
    const hint = words.length > 1 && (index > 0 || isUnit(word) || word.length > 1) && !looksLikeName(word) ? hintOf(word) : null;
    if (hint) hints.push(hint);
    return !hint;
  });
  const [first, second] = left;
  if (first === undefined) return doubt('没有姓名');
  const joined = left.join('');
  if (sure) return oneName(joined, hints, true);
  if (second === undefined) return oneName(first, hints, false);
  if (!left.every((word) => HAN.test(word))) return /^[A-Za-z .'-]+$/.test(left.join(' ')) ? [left.join(' ')] : doubt('不像人名');
  if (left.every((word) => word.length === 1)) return left.length < 4 ? [joined] : doubt('分不清是几个人', ...pairs(joined));
  if (left.length === 2 && first.length === 1) return oneName(joined, hints, false);
  const both = left.every(looksLikeName);
  if (left.length === 2 && hasCompoundSurname(joined) && first.length === 2)
    return listed || second.length === 1 ? [joined] : doubt('分不清是一个人还是两个人', joined, left.join('、'));
  if (both && !listed) return left;
  return doubt('分不清是一个人还是几个人', left.join('、'), ...(joined.length <= 4 ? [joined] : []));
}

function oneName(written: string, hints: Hint[], sure: boolean): string[] | Doubt {
  const name = written.replace(/(?<=\p{Script=Han})[.•・‧∙●⋅。](?=\p{Script=Han})/gu, '·');
  const post = postAfter(name);
  if (post) {
    hints.push({ position: post.position });
    return [post.name];
  }
  if (/\d/.test(name) ? !/^\p{Script=Han}{1,4}\d{1,6}$/u.test(name) : !/\p{L}/u.test(name)) return doubt('不像人名');
  if (sure) return [name];
  if (NO_NAME.test(name) || isPost(name) || (isUnit(name) && !looksLikeName(name))) return doubt('不像人名');
  const [before = '', after = '', ...more] = name.split('·');
  if (more.length === 0 && looksLikeName(before) && looksLikeName(after)) return doubt('分不清是一个人还是两个人', `${before}、${after}`, name);
  if (!HAN.test(name)) {
    const plain =
      /^\p{Script=Han}+(·\p{Script=Han}+)+$/u.test(name) ||
      /^\p{Script=Han}{1,4}(\d{1,6}|[A-Za-z])$/u.test(name) ||
      /^[A-Za-z][A-Za-z .'-]+$/.test(name);
    return plain ? [name] : doubt('不像人名');
  }
  if (name.length === 1) return doubt('只有一个字，姓名不全');
  if (name.length < 4 || (name.length === 4 && hasCompoundSurname(name))) return [name];
  return doubt('分不清是一个人还是几个人', ...(name.length === 4 ? [name] : []), ...pairs(name));
}

/** Names written without a mark between them, parted where both may be names. */
function pairs(text: string): string[] {
  const joined = /^(.{2,4})[和与及](.{2,4})$/u.exec(text)?.slice(1) ?? [];
  return [joined, ...[2, 3].map((at) => [text.slice(0, at), text.slice(at)])]
    .filter((two) => two.length === 2)
    .filter((two) => two.every(looksLikeName))
    .map((two) => two.join('、'));
}
