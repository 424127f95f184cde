import { expect, it } from 'vitest';
import { withHanDates } from './withHanDates.ts';

it('puts Chinese figures beside each date, in lists too, and leaves everything else', () => {
  const data = {
    visited_on: '2026年11月23日',
    due: null,
    count: 2,
    people: ['张三', null],
    matters: [{ text: '2026年1月1日', due: '2026年12月1日' }],
  };
  expect(withHanDates(data)).toEqual({
    ...data,
    visited_on_han: '二〇二六年十一月二十三日',
    matters: [{ text: '2026年1月1日', due: '2026年12月1日', due_han: '二〇二六年十二月一日' }],
  });
});
