import { decodeEntities } from './decodeEntities.ts';
import { KnownTags } from './KnownTags.ts';
import { leftoverFaults } from './leftoverFaults.ts';
import { openTemplate } from './openTemplate.ts';
import { outsideFaults } from './outsideFaults.ts';
import { partName } from './partName.ts';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { spellingFaults, type SpellingFault } from './spellingFaults.ts';
import { TemplateError } from './TemplateError.ts';
import type { TemplateFault } from './TemplateFault.ts';
import { templateParts, type TemplatePart } from './templateParts.ts';
import { unfilledFaults } from './unfilledFaults.ts';
import { unknownTagMessage } from './unknownTagMessage.ts';
import { writtenTags, type TagInTemplate } from './writtenTags.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a template for a kind of document, all at once and in a reader's order, each with its place; empty when it can be put in
 * force: it has to render with the kind's sample, ask for nothing that the kind does not offer, and carry nothing along that its makers left in it.
 *
 * @param sample the data of the kind, made from its sample facts
 */
export function checkTemplate(template: Uint8Array, sample: Data): TemplateFault[] {
  const refused = refusals(template);
  if (refused.some(({ id }) => !GOES_ON.has(id))) return refused;
  const entries = readZip(template);
  const parts = templateParts(entries);
  const known = new KnownTags(sample);
  const misspelt = new Map(parts.map(({ name, places }) => [name, spellingFaults(places.text, known)]));
  const faults = [
    ...parts.flatMap((part) => (misspelt.get(part.name) ?? []).map((fault) => placed(fault, part))),
    ...tagFaults(template, sample, parts, known, misspelt),
    ...parts.flatMap(splitTags),
    ...leftoverFaults(entries, parts),
    ...unfilledFaults(entries, parts, known),
    ...outsideFaults(template, 'Word'),
    ...refused,
  ];
  return inReadingOrder(faults, parts);
}

/** What a template may not hold, but what does not keep the rest of it from being looked at. */
const GOES_ON: ReadonlySet<string> = new Set(['template_has_macros', 'part_refused']);

function refusals(template: Uint8Array): TemplateFault[] {
  try {
    openTemplate(template);
    return [];
  } catch (error) {
    if (error instanceof TemplateError) return [...error.faults];
    throw error;
  }
}

const placed = ({ id, tag, message, from }: SpellingFault, { name, places }: TemplatePart): TemplateFault => ({
  id,
  tag,
  part: name,
  message: `${places.atText(from)}：${message}`,
});

/** What keeps the template from rendering, and what it asks for in vain. What is told as misspelt is not told again. */
function tagFaults(
  template: Uint8Array,
  sample: Data,
  parts: readonly TemplatePart[],
  known: KnownTags,
  misspelt: ReadonlyMap<string, readonly SpellingFault[]>,
): TemplateFault[] {
  const isTold = (file: string | null, at: number): boolean => (misspelt.get(file ?? '') ?? []).some(({ from, to }) => from <= at && at < to);
  const tags = writtenTags(template, sample, parts);
  const unknown = tags.unknown.filter(({ part, at }) => !isTold(part, at)).map((tag) => unknownTag(tag, parts, known));
  if (tags.count === 0 && [...misspelt.values()].every((faults) => faults.length === 0)) unknown.push(NO_TAG);
  try {
    renderWord(template, { ...sample });
    return unknown;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const atTold = error.faults.filter(({ part, at }) => at === undefined || !isTold(part, at));
    const names = new Set(atTold.map(({ tag }) => tag));
    return [...atTold, ...unknown.filter(({ tag }) => !names.has(tag))];
  }
}

const NO_TAG: TemplateFault = {
  id: 'no_tag',
  tag: null,
  part: null,
  message: '模板：没有一个标签，每份文书都会一模一样。请把要填的地方写成标签，如“{visited_on}”（标签见“文书模板的标签”），再重新上传。',
};

function unknownTag({ name, written, part, at }: TagInTemplate, parts: readonly TemplatePart[], known: KnownTags): TemplateFault {
  const place = parts.find((one) => one.name === part)?.places.atText(at) ?? partName(part);
  return { id: 'unknown_tag', tag: name, part, message: `${place}：${unknownTagMessage(name, written, known)}` };
}

/** A tag that ends in another paragraph than it begins in takes the second paragraph away. */
function splitTags({ name, places }: TemplatePart): TemplateFault[] {
  return [...places.text.matchAll(/\{([^{}]*)\}/g)].flatMap((tag) => {
    const written = decodeEntities(tag[1] ?? '');
    if (places.paragraphAt(tag.index) === places.paragraphAt(tag.index + tag[0].length - 1)) return [];
    const message = `${places.atText(tag.index)}：标签“{${written}}”跨了两个段落，后面的段落会并进前面。请把整个标签写在同一段里。`;
    return [{ id: 'tag_over_paragraphs', tag: written, part: name, message }];
  });
}

function inReadingOrder(faults: readonly TemplateFault[], parts: readonly TemplatePart[]): TemplateFault[] {
  const order = new Map(parts.flatMap(({ places }) => places.paragraphs.map(({ place }) => place)).map((place, index) => [place, index]));
  const rank = ({ message }: TemplateFault): number => order.get(/^[^：、]*/.exec(message)?.[0] ?? '') ?? order.size;
  const once = faults.filter(({ message }, index) => faults.findIndex((other) => other.message === message) === index);
  return once.sort((one, other) => rank(one) - rank(other));
}
