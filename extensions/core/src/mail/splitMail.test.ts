import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasLink, unsignedLink, withoutTokens } from '../acknowledgement/confirmationLink.ts';
import type { HazardFacts } from '../hazards/HazardFacts.ts';
import { majorHazardMail } from '../hazards/majorHazardMail.ts';
import { MailRequest } from './MailRequest.ts';
import { splitMail } from './splitMail.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../../schema/templates/major_hazard_report/sample.json', import.meta.url), 'utf8'),
) as HazardFacts;
const hazard = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const link = unsignedLink({ hazard, raised: 1_795_000_000_123 }, 'https://zhudian.example.org');
const words = majorHazardMail({ ...sample, acknowledge_url: link });
const request = (change: object = {}): MailRequest =>
  MailRequest.parse({
    key: 'hazard.major:1',
    kind: 'major_hazard',
    hazard,
    to: ['duty@city.example', 'head@city.example', 'DUTY@city.example'],
    cc: ['office@county.example', 'Head@city.example'],
    ...words,
    ...change,
  });
const sign = ({ raised }: { raised: number }, address: string): string => `https://zhudian.example.org/zhudian/acknowledge/${raised}-of-${address}`;

describe('a mail about a major hazard', () => {
  const parts = splitMail(request(), sign);

  it('is a message for each address, and one for the copies', () => {
    expect(parts.map(({ mail }) => [mail.key, mail.kind, mail.to, mail.cc])).toEqual([
      ['hazard.major:1', 'major_hazard', ['duty@city.example'], []],
      ['hazard.major:1:to2', 'major_hazard', ['head@city.example'], []],
      ['hazard.major:1:copy', 'copy', [], ['office@county.example']],
    ]);
    for (const { header } of parts) expect(header).toEqual({ to: ['duty@city.example', 'head@city.example'], cc: ['office@county.example'] });
  });

  it('has a link of its own in each of them, in HTML as in the text, and none in the copies', () => {
    for (const [index, address] of ['duty@city.example', 'head@city.example'].entries()) {
      const { html, text } = parts[index]?.mail ?? {};
      expect(html?.split(`href="https://zhudian.example.org/zhudian/acknowledge/1795000000123-of-${address}"`)).toHaveLength(3);
      expect(text).toContain(`/zhudian/acknowledge/1795000000123-of-${address}`);
      expect(hasLink(`${html}${text ?? ''}`, hazard)).toBe(false);
    }
    const { html = '', text = '' } = parts[2]?.mail ?? {};
    expect(`${html}${text ?? ''}`).not.toContain('/zhudian/acknowledge/');
    expect(html).toContain('抄送件不含签收链接，由市化工专项行动办签收');
    expect(text).toContain('抄送件不含签收链接，由市化工专项行动办签收');
  });

  it('keeps what is no link of this hazard', () => {
    const other = unsignedLink({ hazard: hazard.replace('3f', '4f'), raised: 1 }, 'https://zhudian.example.org');
    const [first] = splitMail(request({ html: `<a href="${other}">x</a><a href="https://a.example/b.c">y</a>` }), sign);
    expect(first?.mail.html).toBe(`<a href="${other}">x</a><a href="https://a.example/b.c">y</a>`);
  });
});

it('any other mail is one message to all', () => {
  const [only, ...more] = splitMail(request({ kind: 'report' }), sign);
  expect(more).toEqual([]);
  expect(only?.mail.to).toHaveLength(3);
  expect(only?.header.cc).toEqual(['office@county.example']);
});

it('a ledger shows no token', () => {
  expect(withoutTokens(`点此 ${link}，或 <a href="${sign({ raised: 1 }, 'a')}">签收</a>`)).toBe(
    '点此 https://zhudian.example.org/zhudian/acknowledge/…，或 <a href="https://zhudian.example.org/zhudian/acknowledge/…">签收</a>',
  );
});
