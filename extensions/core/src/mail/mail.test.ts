import { describe, expect, it } from 'vitest';
import { escapeHtmlDeep } from '../text/escapeHtmlDeep.ts';
import { htmlToText } from './htmlToText.ts';
import { MailRequest } from './MailRequest.ts';

const mail = { key: 'hazard.major:1:2', kind: 'major_hazard', to: ['office@city.example'], subject: '重大事故隐患', html: '<p>正文</p>' };

describe('MailRequest', () => {
  it('takes a mail and fills in what was left out', () => {
    expect(MailRequest.parse(mail)).toMatchObject({ cc: [], attachments: [] });
  });

  it.each([
    ['a header smuggled into the subject', { subject: '隐患\r\nBcc: x@evil.example' }],
    ['a recipient with a line break', { to: ['a@city.example\r\nBcc: x@evil.example'] }],
    ['no recipient', { to: [] }],
    ['an empty body', { html: '' }],
    ['a path in an attachment name', { attachments: [{ filename: '../x.docx', content: 'AA==' }] }],
    ['content that is not base64', { attachments: [{ filename: 'x.docx', content: '***' }] }],
    ['a field that does not exist', { bcc: ['x@evil.example'] }],
  ])('refuses %s', (_, change) => {
    expect(MailRequest.safeParse({ ...mail, ...change }).success).toBe(false);
  });
});

it('writes the plain part from HTML, entities and links resolved', () => {
  expect(htmlToText('<style>p{}</style><p>甲 &amp; 乙</p><p>请<a href="https://z.example/a">确认</a></p>')).toBe(
    '甲 & 乙\n请确认（https://z.example/a）',
  );
});

it('leaves an entity that it does not know as it was written', () => {
  expect(htmlToText('<p>&copy;&nbsp;&#39;甲&#39; &lt;乙&gt; &amp;lt; R&D;</p>')).toBe("&copy; '甲' <乙> &lt; R&D;");
});

it('escapes every text of a value, however deep', () => {
  expect(escapeHtmlDeep({ a: ['<b>', 1, null], c: { d: '"&\'' } })).toEqual({ a: ['&lt;b&gt;', 1, null], c: { d: '&quot;&amp;&#39;' } });
});
