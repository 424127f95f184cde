import { expect, test } from 'vitest';
import { unsignedLink } from '../acknowledgement/confirmationLink.ts';
import { majorHazardMailFaults } from './majorHazardMailFaults.ts';

const HAZARD = { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', enterprise: '恒泽化工（济北）有限公司', title: '反应釜<R-101>安全阀失效' };
const LINK = unsignedLink({ hazard: HAZARD.id, raised: 1_790_000_000_000 }, 'https://zhudian.example');
const whole = `<p>恒泽化工（济北）有限公司</p><p>反应釜&lt;R-101&gt;安全阀失效</p><a href="${LINK}">签收</a>`;

test('a mail that names enterprise and hazard and can be confirmed is whole, however it is laid out', () => {
  expect(majorHazardMailFaults({ html: whole }, HAZARD)).toEqual([]);
  expect(majorHazardMailFaults({ html: whole.replaceAll('</p>', ' </p>\n').replace('恒泽化工', '<b>恒泽</b>化工') }, HAZARD)).toEqual([]);
});

test('each thing that is missing is named, in the plain text as well', () => {
  expect(majorHazardMailFaults({ html: '<p></p>' }, HAZARD)).toEqual([
    '正文没有写到企业“恒泽化工（济北）有限公司”',
    '正文没有写到隐患“反应釜<R-101>安全阀失效”',
    '正文没有这条隐患的签收链接',
  ]);
  expect(majorHazardMailFaults({ html: whole, text: '恒泽化工（济北）有限公司' }, HAZARD)).toEqual(['正文没有写到隐患“反应釜<R-101>安全阀失效”']);
});

test('the link of another hazard confirms nothing', () => {
  expect(majorHazardMailFaults({ html: whole.replaceAll(HAZARD.id, HAZARD.id.replace('3f', '4f')) }, HAZARD)).toEqual(['正文没有这条隐患的签收链接']);
});
