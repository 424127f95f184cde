import { cleanText } from '../text/cleanText.ts';
import { TemplateError } from './TemplateError.ts';

/** Characters of text in one document: some 1,500 pages. */
const MAX_CHARACTERS = 4_000_000;
const MAX_VALUES = 200_000;
const MAX_DEPTH = 20;

/** What a tag sees of an object put where a text belongs: blank instead of "[object Object]". */
const BLANK: object = Object.freeze(Object.assign(Object.create(null) as object, { toString: () => '' }));

function tooLarge(message: string): TemplateError {
  return new TemplateError([{ id: 'data_too_large', tag: null, part: null, message }]);
}

/**
 * A copy of the data that is safe to render: every text cleaned, no prototypes, no functions (docxtemplater would call
 * them), nothing that prints as "NaN" or "[object Object]"; a list put where a text belongs reads 甲、乙、丙.
 * Throws `TemplateError` when there is more than a document can hold.
 */
export function cleanData(data: Record<string, unknown>): Record<string, unknown> {
  let characters = 0;
  let values = 0;

  const count = (): void => {
    values += 1;
    if (values > MAX_VALUES) throw tooLarge(`要填入的数据超过 ${MAX_VALUES} 项，无法生成文书，请缩小范围后重试。`);
  };

  const text = (value: string): string => {
    characters += value.length;
    if (characters > MAX_CHARACTERS) {
      throw tooLarge(`要填入的文字超过 ${MAX_CHARACTERS / 10_000} 万字，无法生成文书，请精简后重试。`);
    }
    return cleanText(value);
  };

  const list = (value: readonly unknown[], depth: number): unknown[] => {
    const copy = value.map((item) => clean(item, depth + 1));
    return Object.defineProperty(copy, 'toString', { value: () => copy.map(String).join('、') });
  };

  const record = (value: object, depth: number): Record<string, unknown> => {
    const copy = Object.create(BLANK) as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) {
      // Defined, not assigned: the frozen prototype would refuse a key called toString.
      Object.defineProperty(copy, key, { value: clean(item, depth + 1), enumerable: true });
    }
    return copy;
  };

  const clean = (value: unknown, depth: number): unknown => {
    count();
    if (depth > MAX_DEPTH) throw tooLarge(`要填入的数据层级超过 ${MAX_DEPTH} 层，无法生成文书。`);
    if (typeof value === 'string') return text(value);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : '';
    if (Array.isArray(value)) return list(value, depth);
    if (typeof value === 'object' && value !== null) return record(value, depth);
    return null;
  };

  return record(data, 0);
}
