import { describe, expect, it } from 'vitest';
import { isPlaceholder } from './isPlaceholder.ts';
import { riskOf } from './riskOf.ts';
import { nameWithoutNote, stoppedIn } from './stoppedIn.ts';

describe('the risk of an enterprise', () => {
  it.each<[string, string | null]>([
    ['红', 'red'],
    ['重大风险', 'red'],
    ['橙色(较大)', 'orange'],
    ['较大', 'orange'],
    ['一般', 'yellow'],
    ['黄色', 'yellow'],
    ['低风险', 'blue'],
    ['蓝色(低风险)', 'blue'],
    ['RED', 'red'],
    ['红色(较大)', null],
    ['二级', null],
    ['紫', null],
    ['不低', null],
  ])('“%s” is %s', (text, risk) => {
    expect(riskOf(text)).toBe(risk);
  });
});

it.each(['无', '——', '/', '待定', '（待定）'.normalize('NFKC'), '暂无', 'N/A', '…'])('“%s” says that there is nothing to say yet', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each(['张三', '无锡路1号', '待定路'])('“%s” says something', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

describe('a note that an enterprise has stopped', () => {
  it.each<[string, string, string | null]>([
    ['甲厂(停产)', '甲厂', '停产'],
    ['甲厂(已长期停产,暂停驻点)', '甲厂', '已长期停产,暂停驻点'],
    ['甲厂—停产', '甲厂', '停产'],
    ['甲厂(山东)', '甲厂(山东)', null],
    ['(停产)', '(停产)', null],
    ['甲厂', '甲厂', null],
  ])('%s', (written, name, note) => {
    expect(nameWithoutNote(written)).toEqual({ name, note });
  });

  it('is told from other remarks', () => {
    expect(stoppedIn('已停产，暂停驻点')).toBe('已停产，暂停驻点');
    expect(stoppedIn('每月两次')).toBeNull();
  });
});
