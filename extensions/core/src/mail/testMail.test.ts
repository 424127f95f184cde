import { expect, test } from 'vitest';
import { hasLink, unsignedLink } from '../acknowledgement/confirmationLink.ts';
import { MailRequest } from './MailRequest.ts';
import { testMail } from './testMail.ts';

const hazard = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const link = unsignedLink({ hazard, raised: 1_790_000_000_000 }, 'https://zhudian.example');
const real = MailRequest.parse({
  key: 'hazard.major:1:2',
  kind: 'major_hazard',
  hazard,
  to: ['office@city.example', 'head@city.example'],
  cc: ['county@county.example'],
  subject: '重大事故隐患',
  html: `<p>正文</p><a href="${link}">签收</a>`,
  text: `正文 ${link}`,
  reminders: ['a'],
});

test('goes to the operations address alone, says so, and confirms, notes and belongs to nothing', () => {
  const tried = testMail(real, { key: 'test:1', to: 'ops@city.example' });
  expect(tried).toMatchObject({
    key: 'test:1',
    kind: 'operations',
    to: ['ops@city.example'],
    cc: [],
    subject: '【测试】重大事故隐患',
    reminders: [],
  });
  expect(tried.hazard).toBeUndefined();
  for (const body of [tried.html, tried.text ?? '']) {
    expect(hasLink(body, hazard)).toBe(false);
    expect(body).toContain('正式运行时收件人：office@city.example、head@city.example；抄送：county@county.example');
    expect(body).toContain('正文');
  }
});

test('one without a plain text, copies or a hazard stays as it is otherwise', () => {
  const tried = testMail({ ...real, hazard: null, text: null, cc: [], html: '<p>x</p>' }, { key: 'test:2', to: 'ops@city.example' });
  expect(tried.text).toBeNull();
  expect(tried.html).toMatch(/head@city\.example<\/p>\n<p>x<\/p>$/);
});
