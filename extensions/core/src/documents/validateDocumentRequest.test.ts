import { expect, it } from 'vitest';
import { REQUESTED_KINDS } from './requestedKinds.ts';
import { validateDocumentRequest } from './validateDocumentRequest.ts';

const told = (request: Record<string, unknown>): string[] => validateDocumentRequest(request).map(({ field, rule }) => `${field} ${rule}`);

it.each(Object.entries(REQUESTED_KINDS))('takes %s with what it is about', (kind, field) => {
  expect(told({ kind, [field]: field === 'period' ? '2026-11' : 'an id' })).toEqual([]);
});

it('takes a list without a county, which is of all, and an archive of one county or enterprise', () => {
  expect(told({ kind: 'roster' })).toEqual([]);
  expect(told({ kind: 'visit_batch', period: '2026-11', county: 'c', enterprise: 'e' })).toEqual([]);
});

it.each(['city_report', 'statistics', 'reminder'])('refuses %s at the kind, and says where it comes from', (kind) => {
  const [fault, ...more] = validateDocumentRequest({ kind, period: '2026-11' });
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ field: 'kind', rule: 'document.kind.askable' });
  expect(fault?.message).toMatch(/不能在这里申请：.+/);
});

it('refuses what is no kind, and names those there are', () => {
  expect(told({})).toEqual(['kind document.kind.required']);
  for (const kind of ['../../etc', 'toString', 'constructor', '__proto__', 7]) {
    expect(told({ kind })).toEqual(['kind document.kind.askable']);
    expect(validateDocumentRequest({ kind })[0]?.message).toMatch(/^没有这种文书；可以申请的有：/);
  }
  expect(validateDocumentRequest({ kind: 'poem' })[0]?.message).toContain('驻点监督工作日志');
});

it('asks for what a kind is about, at its field', () => {
  expect(told({ kind: 'work_log' })).toEqual(['visit document.visit.required']);
  expect(told({ kind: 'county_report' })).toEqual(['monthly_report document.monthly_report.required']);
  for (const period of [undefined, '2026-13', '2026']) expect(told({ kind: 'visit_batch', period })).toEqual(['period document.period.required']);
});

it('refuses to be about something else besides', () => {
  expect(told({ kind: 'work_log', visit: 'v', hazard: 'h', enterprise: 'e' })).toEqual([
    'hazard document.about.other',
    'enterprise document.about.other',
  ]);
});
