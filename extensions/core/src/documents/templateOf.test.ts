import { expect, it } from 'vitest';
import { DOCUMENT_KINDS } from './documentData.ts';
import { TEMPLATE_KEYS, templateOf } from './templateOf.ts';

it('there is a Word template for each kind, and a workbook behind it for those that have one', () => {
  expect(TEMPLATE_KEYS.filter((key) => templateOf(key)?.office === 'Word')).toEqual(DOCUMENT_KINDS);
  expect(TEMPLATE_KEYS.filter((key) => templateOf(key)?.office === 'Excel')).toEqual(['statistics_xlsx', 'city_report_xlsx']);
});

it('a key says what its template makes', () => {
  expect(templateOf('statistics')).toEqual({ kind: 'statistics', office: 'Word' });
  expect(templateOf('statistics_xlsx')).toEqual({ kind: 'statistics', office: 'Excel' });
  expect([templateOf('work_log_xlsx'), templateOf('constructor'), templateOf('')]).toEqual([null, null, null]);
});
