import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HazardFacts } from './HazardFacts.ts';
import { majorHazardMail } from './majorHazardMail.ts';

const SAMPLE = new URL('../../../../schema/templates/major_hazard_report/sample.json', import.meta.url);
const sample = (): HazardFacts => JSON.parse(readFileSync(SAMPLE, 'utf8')) as HazardFacts;
const withHazard = (changes: Partial<HazardFacts['hazard']>): HazardFacts => {
  const facts = sample();
  return { ...facts, hazard: { ...facts.hazard, ...changes } };
};

describe('subject', () => {
  it('says on a lock screen how grave, where, who, what and by when', () => {
    expect(majorHazardMail(sample()).subject).toBe(
      '【重大事故隐患】任城区·任城示例精细化工有限公司：液氯储罐区有毒气体检测报警器停用（整改时限2026年12月1日）',
    );
  });

  it('says that the deadline is open while there is none', () => {
    expect(majorHazardMail(withHazard({ deadline: null })).subject).toContain('（整改时限待补充）');
  });

  it('counts the reminders of a hazard nobody has acknowledged', () => {
    const facts = sample();
    const event = { ...facts.event, topic: 'hazard.unacknowledged', step: 2 } as const;
    expect(majorHazardMail({ ...facts, event }).subject).toMatch(/^【再次催办·第2次】重大事故隐患 任城区·/);
  });

  it('stays one line, and short, whatever the title is', () => {
    for (const title of ['甲\r\nBcc: everyone@example.org', '长'.repeat(1_000_000), '👨‍👩‍👧‍👦'.repeat(5_000), 'a\u0301'.repeat(9_000), '\u202Etxt.exe']) {
      const { subject } = majorHazardMail(withHazard({ title }));

      expect(subject).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      expect(subject.length).toBeLessThanOrEqual(130);
      expect(subject.isWellFormed()).toBe(true);
    }
  });
});

describe('body', () => {
  it('puts the facts first, then the description, the five elements, the people and what to do', () => {
    const { text } = majorHazardMail(sample());
    const order = ['县（市、区）：任城区', '签收请打开', '【隐患描述】', '【整改“五落实”】', '【发现人（驻点人员）】', '【请办理】'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('names finders and team apart when they differ, with phones', () => {
    const facts = sample();
    const { text, html } = majorHazardMail({ ...facts, found_by: facts.found_by.slice(0, 1), team: [] });
    expect(text).toContain('【发现人】\n- 张示例（市级，组长）市化工专项行动办 主任科员　电话：0537-0000101');
    expect(text).toContain('【驻点人员】\n未登记');
    expect(html).toContain('href="tel:05370000101"');
  });

  it('says 待补充 for an element not yet recorded, and asks for it', () => {
    const { text, html } = majorHazardMail(sample());
    expect(text).toContain('应急预案：待补充');
    expect(text).toContain('督促补充尚缺的“五落实”内容：应急预案。');
    expect(html).toContain('>待补充</span>');
  });

  it('leaves out what is not recorded, and says 待补充 for the place', () => {
    const facts = sample();
    const { text } = majorHazardMail({
      ...withHazard({ place: null }),
      enterprise: { ...facts.enterprise, address: null, phone: null },
      photos: [],
    });
    expect(text).toContain('地点/部位：待补充');
    expect(text).not.toMatch(/企业地址|企业电话|现场照片|undefined|null/);
  });

  it('counts the photos that come along', () => {
    const facts = sample();
    const photos = Array.from({ length: 3 }, (_, index) => ({ file: `f${index}`, filename: 'a.png' }));
    expect(majorHazardMail({ ...facts, photos }).text).toContain('现场照片：3张，见附件\n');
  });

  it('tells of photos that cannot be drawn, and does not count them as coming along', () => {
    const facts = sample();
    const photos = [{ file: 'f', filename: 'a.png' }];
    expect(majorHazardMail({ ...facts, photos, photos_unreadable: 2 }).text).toContain('现场照片：1张，见附件；另有2张无法打开，请在系统中查看');
    expect(majorHazardMail({ ...facts, photos: [], photos_unreadable: 1 }).text).toContain('现场照片：1张无法打开，请在系统中查看');
  });

  it.each([null, '', ' '])('names a county whose office is %j by itself, and the city’s office by its calling', (office) => {
    const facts = sample();
    const { text } = majorHazardMail({ ...facts, county: { ...facts.county, office }, office: { ...facts.office, name: '' } });
    expect(text).toContain('与驻点人员、任城区联系');
    expect(text).toContain('本邮件由化工专项行动办驻点监督系统自动发送');
  });

  it('tells the office’s clock, whatever the server’s', () => {
    const facts = { ...sample(), event: { ...sample().event, raised_at: '2026-11-30T16:05:00Z' } };
    expect(majorHazardMail(facts).text).toContain('报送时间：2026年12月1日 00:05');
    expect(majorHazardMail({ ...facts, office: { name: '甲', timezone: 'no/where' } }).text).toContain('2026年12月1日 00:05');
  });

  it('offers the acknowledgement as a button and as a plain link', () => {
    const facts = sample();
    const { html, text } = majorHazardMail(facts);
    expect(html.split(`href="${facts.acknowledge_url}"`)).toHaveLength(3);
    expect(text).toContain(facts.acknowledge_url);
  });

  it('opens nothing but http(s) links', () => {
    const { html, text } = majorHazardMail({ ...sample(), acknowledge_url: 'javascript:alert(1)', panel_url: 'https://x.example/"><script>' });
    expect(html + text).not.toMatch(/javascript:|<script/);
  });

  it('says of a reminder when the hazard was first reported', () => {
    const facts = withHazard({ reported_at: '2026-11-23T02:36:00Z' });
    const event = { ...facts.event, topic: 'hazard.unacknowledged', step: 1 } as const;
    const sentence = '该隐患已于2026年11月23日 10:36首次报送，至今无人签收，现第1次催办，请立即签收并处置。';
    const { html, text } = majorHazardMail({ ...facts, event });
    expect(html).toContain(sentence);
    expect(text).toContain(sentence);
  });

  it('escapes everything that people typed', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&{title}';
    const facts = withHazard({ title: evil, description: evil, place: evil, measures: evil, responsible_person: evil, funds: evil, plan: evil });
    const person = { name: evil, level: 'city', organisation: evil, position: evil, phone: evil, is_lead: false } as const;
    const { html } = majorHazardMail({
      ...facts,
      enterprise: { ...facts.enterprise, name: evil, address: evil, phone: evil },
      county: { ...facts.county, name: evil, office: evil },
      office: { ...facts.office, name: evil },
      found_by: [person],
      team: [person, person],
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;{title}');
  });

  it('bounds a text of a megabyte, and points to the document', () => {
    const { html, text } = majorHazardMail(withHazard({ description: '泄漏。\n'.repeat(262_144), measures: '堵漏。'.repeat(300_000) }));
    expect(html.length + text.length).toBeLessThan(40_000);
    expect(text).toContain('（内容较长，全文见附件）');
  });

  it('is well-formed for control characters and lone surrogates', () => {
    const { html, text, subject } = majorHazardMail(withHazard({ title: 'a\ud800b\u0000c', description: '\udc00\u0007\u001b[31m泄漏' }));
    expect([html, text, subject].every((part) => part.isWellFormed())).toBe(true);

    expect(html + text + subject).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('repeats itself for the same facts', () => {
    expect(majorHazardMail(sample())).toEqual(majorHazardMail(sample()));
  });
});
