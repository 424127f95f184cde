import { expect, it } from 'vitest';
import { AWAY, requestFate, type OpenRequest } from './requestFate.ts';

const PATIENCE = 120;
const well = { silent: 10, well: 9999 };
const event = { age: 130, attempts: 2, held: false, error: null as string | null };
const asked = (given: Partial<OpenRequest> = {}): OpenRequest => ({ waited: 130, event, behind: false, ...given });
const reason = (request: OpenRequest, n8n = well): string => {
  const fate = requestFate(request, n8n, PATIENCE);
  return fate.state === 'failed' ? fate.reason : `waits ${String(fate.note)}`;
};

it('waits as long as its time is not over', () => {
  expect(reason(asked({ waited: 120 }))).toBe('waits null');
});

it('waits while n8n is away, however long, and says so', () => {
  expect(reason(asked({ waited: 99_999 }), { silent: 41, well: 0 })).toBe(`waits ${AWAY}`);
  expect(reason(asked({ waited: 99_999 }), { silent: Infinity, well: 0 })).toBe(`waits ${AWAY}`);
});

it('has its whole time again when n8n is back', () => {
  expect(reason(asked({ waited: 99_999 }), { silent: 0, well: 119 })).toBe('waits null');
  expect(reason(asked({ waited: 99_999 }), { silent: 0, well: 121 })).toMatch(/没有进展/);
});

it('ends when its event was closed without an answer', () => {
  expect(reason(asked({ event: null }))).toMatch(/^申请已被办结.*重试/);
});

it('ends when nobody takes it although n8n asks for work; a queue that moves is none such', () => {
  const untouched = { ...event, attempts: 0 };
  expect(reason(asked({ event: untouched }))).toMatch(/没有流程接收.*重试/);
  expect(reason(asked({ event: untouched, behind: true }))).toBe('waits null');
  expect(reason(asked({ event, behind: true }))).toBe('waits null');
  expect(reason(asked({ event: { ...event, held: true }, behind: true }))).toMatch(/没有进展/);
  expect(reason(asked({ event: { ...untouched, age: 9 } }))).toBe(`waits ${AWAY}`);
});

it('ends with what went wrong, in a sentence that says what to do', () => {
  expect(reason(asked({ event: { ...event, error: '模板损坏' } }))).toMatch(/^试了 2 次都没有生成：模板损坏。请点“重试”/);
  expect(reason(asked())).toMatch(/^生成超过 120 秒没有进展。/);
  expect(reason(asked({ event: { ...event, held: true, error: '模板损坏' } }))).toMatch(/没有进展（上一次：模板损坏）/);
});
