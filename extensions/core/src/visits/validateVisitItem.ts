import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { quoteValue } from '../text/quoteValue.ts';

const RESULTS = ['in_place', 'partial', 'missing', 'not_applicable'];

/** One item of the checklist as it would stand after a save. */
export type VisitItemDraft = Readonly<Record<string, unknown>>;

/**
 * Everything wrong with one checklist item; empty when it may be saved. An item found lacking needs a concrete
 * problem and a suggestion; one that a team adds to the lists says what is checked.
 * Source: notice, annex 2, columns three to five (问题要具体化).
 */
export function validateVisitItem(item: VisitItemDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isBlank(item.result) && !RESULTS.includes(String(item.result))) {
    faults.push({
      field: 'result',
      rule: 'visit_item.result.known',
      message: `检查结果“${quoteValue(item.result)}”无效：只能是已落实、部分落实、未落实或不涉及`,
    });
  }
  if (isBlank(item.task_item) && typeof item.content === 'string') {
    const fault = isBlank(item.content.trim()) ? '请写明检查什么（主要内容）' : plainTextFault(item.content, '主要内容', 5000);
    if (fault) faults.push({ field: 'content', rule: 'visit_item.content.plain', message: fault });
  }
  for (const [field, label] of [
    ['implementation', '落实情况'],
    ['problem', '存在问题描述'],
    ['suggestion', '整改建议'],
  ] as const) {
    const value = item[field];
    if (typeof value !== 'string') continue;
    const fault = plainTextFault(value, label, 5000);
    if (fault) faults.push({ field, rule: `visit_item.${field}.plain`, message: fault });
  }
  if (item.result === 'partial' || item.result === 'missing') {
    for (const [field, label] of [
      ['problem', '存在问题描述'],
      ['suggestion', '整改建议'],
    ] as const) {
      const value = item[field];
      if (typeof value !== 'string' || !isConcrete(value)) {
        faults.push({
          field,
          rule: `visit_item.${field}.concrete`,
          message: `未完全落实的事项须写明具体的${label}（问题要具体化），不能只写“无”“存在问题”“已整改”等`,
        });
      }
    }
  }
  return faults;
}
