import type Docxtemplater from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import { openTemplate } from './openTemplate.ts';
import { outsideFaults } from './outsideFaults.ts';
import { PictureStore } from './PictureStore.ts';
import { renderWord } from './renderWord.ts';
import { tagsOf } from './tagsOf.ts';
import { TemplateError } from './TemplateError.ts';
import type { TemplateFault } from './TemplateFault.ts';
import { wordDocument } from './wordDocument.ts';
import { wordText } from './wordText.ts';

/** The module as it is; its types speak of an export that it does not have. */
const Inspect = InspectModule as unknown as new () => Docxtemplater.DXT.Module & { getAllTags: () => Tags };

/** Tags by name, each with those inside it. */
interface Tags {
  readonly [name: string]: Tags;
}
type Data = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a template for a kind of document, all at once; empty when it can be put in force: it has to render with the kind's
 * sample, and ask for nothing that the kind does not offer.
 *
 * @param sample the data of the kind, made from its sample facts
 */
export function checkTemplate(template: Uint8Array, sample: Data): TemplateFault[] {
  try {
    renderWord(template, { ...sample });
    return [...outsideFaults(template, 'Word'), ...unknownTags(tagsIn(template), [sample]).map(unknownTag)];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // What keeps it from rendering hides what it asks for in vain: both are told at once.
    const told = error.faults.map(({ tag }) => tag);
    return [
      ...error.faults,
      ...strangeNames(template, sample)
        .filter((name) => !told.includes(name))
        .map(unknownTag),
    ];
  }
}

const unknownTag = (tag: string): TemplateFault => ({
  id: 'unknown_tag',
  tag,
  part: null,
  message: `标签“{${tag}}”不是这种文书提供的。请改为可用的标签，或删去它。`,
});

/** The names in the text of a template that the data has nowhere, whatever else is wrong with it; none of a file that is no document. */
function strangeNames(template: Uint8Array, sample: Data): string[] {
  try {
    const known = new Set(tagsOf(sample).map(({ name }) => name));
    const written = [...wordText(template).matchAll(/\{[#^/%]?\s*([A-Za-z_]\w*)[^{}]*\}/g)].map(([, name = '']) => name);
    return [...new Set(written)].filter((name) => !known.has(name));
  } catch {
    return [];
  }
}

function tagsIn(template: Uint8Array): Tags {
  const zip = openTemplate(template);
  const inspect = new Inspect();
  wordDocument(zip, new PictureStore(zip, {}), [inspect]);
  return inspect.getAllTags();
}

/** A tag is known when its list has it, or anything around the list. */
function unknownTags(tags: Tags, scopes: readonly Data[]): string[] {
  return Object.entries(tags).flatMap(([name, inner]) => {
    const holders = scopes.filter((scope) => Object.hasOwn(scope, name));
    if (holders.length === 0) return [name];
    // A list of which the sample has no line cannot tell what its lines offer.
    if (holders.some((scope) => Array.isArray(scope[name]) && scope[name].length === 0)) return [];
    const within = holders.flatMap((scope) => (Array.isArray(scope[name]) ? (scope[name] as Data[]) : []));
    return unknownTags(inner, [...within, ...scopes]);
  });
}
