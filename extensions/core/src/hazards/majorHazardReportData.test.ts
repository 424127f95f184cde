import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderWord } from '../documents/renderWord.ts';
import { DOT } from '../documents/testing/dot.ts';
import { jpeg } from '../documents/testing/jpeg.ts';
import { wordText } from '../documents/wordText.ts';
import { readZip } from '../documents/readZip.ts';
import type { HazardFacts } from './HazardFacts.ts';
import { majorHazardReportData } from './majorHazardReportData.ts';

const FOLDER = new URL('../../../../schema/templates/major_hazard_report/', import.meta.url);
const template = readFileSync(new URL('template.docx', FOLDER));
const facts = JSON.parse(readFileSync(new URL('sample.json', FOLDER), 'utf8')) as HazardFacts;
const images = Object.fromEntries(facts.photos.map(({ file }) => [file, DOT]));
const report = (changed: HazardFacts): string => wordText(renderWord(template, majorHazardReportData(changed), images));

describe('the report', () => {
  it('leaves no tag, and fills each of its tags from the data', () => {
    const tags = [...wordText(template).matchAll(/\{[#^/%]?(\w+)\}/g)].map((match) => match[1]);
    const data = majorHazardReportData(facts);
    const inLists = ['name', 'level', 'role', 'unit', 'phone', 'left', 'left_caption', 'right', 'right_caption'];
    expect(tags.filter((tag = '') => !(tag in data) && !inLists.includes(tag))).toEqual([]);
    expect(report(facts)).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  });

  it('shows what is not recorded as a clerk would', () => {
    const hazard = { ...facts.hazard, place: null, deadline: null, measures: ' ', responsible_person: null, funds: null, plan: null };
    const enterprise = { ...facts.enterprise, uscc: null, address: null, legal_representative: null, safety_manager: null, phone: null };
    const text = report({ ...facts, hazard, enterprise, visit: null, team: [], found_by: [], photos: [] });
    expect(text).toContain('（一）整改措施。待补充\n');
    expect(text).toContain('（四）整改时限。待补充\n');
    expect(text).toContain('以上整改措施、整改责任人、整改资金、整改时限、应急预案待补充，明确后即行补报。');
    expect(text).toContain('统一社会信用代码\t未登记\n');
    expect(text).toContain('该企业尚未登记驻点人员。');
    expect(text).toContain('\n驻点监督人员\n2026年11月23日\n');
    expect(text).not.toContain('附件');
    expect(text).not.toMatch(/undefined|null|姓名/);
  });

  it('asks for nothing when all five elements are there', () => {
    const text = report({ ...facts, hazard: { ...facts.hazard, plan: '停用3号釜' } });
    expect(text).toContain('（五）应急预案。停用3号釜\n');
    expect(text).not.toContain('待补充');
  });

  it('is signed by three at most, and says how many they are', () => {
    const finder = (name: string) => ({ name, level: 'county', organisation: null, position: null, phone: null, is_lead: false }) as const;
    const signed = (names: string): unknown => majorHazardReportData({ ...facts, found_by: [...names].map(finder) }).sender;
    expect(signed('甲乙丙')).toBe('驻点监督人员：甲、乙、丙');
    expect(signed('甲乙丙丁')).toBe('驻点监督人员：甲、乙、丙等4人');
  });

  it('names a county without an office by itself', () => {
    expect(majorHazardReportData({ ...facts, county: { ...facts.county, office: ' ' } }).county_office).toBe('任城区');
  });

  it('gives a finder outside the team a line of their own', () => {
    const outsider = { name: '孙示例', level: 'county', organisation: null, position: null, phone: null, is_lead: false } as const;
    const text = report({ ...facts, found_by: [outsider] });
    expect(text).toContain('隐患由下列人员发现：\n姓名\t层级\t职责\t单位及职务\t联系电话\n孙示例\t县级\t发现人\t未登记\t未登记\n');
  });

  it('says of a repeated report which one it is', () => {
    const event = { ...facts.event, topic: 'hazard.unacknowledged', step: 3 } as const;
    expect(report({ ...facts, event })).toContain('至今无人签收，现第3次催办，请立即签收并处置。');
    expect(report(facts)).not.toContain('催办');
  });

  it('shows photos two to a row, each with what, where and when, and says which one is missing', () => {
    const photos = [
      { ...facts.photos[0], taken_at: '2026-11-23T01:30:00Z' },
      facts.photos[1],
      { file: 'gone', filename: '阀门.png' },
    ] as HazardFacts['photos'];
    const text = report({ ...facts, photos });
    expect(text).toContain(
      '[图]\t[图]\n图1　2号报警器断电\n液氯储罐区（二车间北侧）　2026年11月23日 09:30\t图2　液氯储罐区有毒气体检测报警器停用\n液氯储罐区（二车间北侧）\n',
    );
    expect(text).toContain('（照片未能取得，请在系统中查看）\t\n图3　阀门\n液氯储罐区（二车间北侧）\t');
    expect(text).toContain('附件：现场照片3张');
  });

  it('says how many photos no mail had room for', () => {
    expect(report({ ...facts, photos_left_out: 7 })).toContain('其余7张照片因邮件大小未附，请在系统中查看。');
    expect(report(facts)).not.toContain('因邮件大小');
  });

  it('prints no photo larger than a quarter of a page', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ file: `p${index}`, filename: 'IMG_1.jpg' }));
    const bytes = Object.fromEntries(many.map(({ file }) => [file, jpeg(6)]));
    const xml = new TextDecoder().decode(
      readZip(renderWord(template, majorHazardReportData({ ...facts, photos: many }), bytes)).get('word/document.xml'),
    );
    const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, width, height]) => [
      Number(width) / 36_000,
      Number(height) / 36_000,
    ]);
    expect(sizes).toHaveLength(30);
    for (const [width = 0, height = 0] of sizes) expect(Math.max(width, height)).toBeLessThanOrEqual(74);
  });

  it('is set as GB/T 9704-2012 asks', () => {
    const parts = readZip(renderWord(template, majorHazardReportData(facts), images));
    const xml = (name: string): string => new TextDecoder().decode(parts.get(name));
    expect(xml('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(xml('word/styles.xml')).toMatch(/w:styleId="Title">.*?w:jc w:val="center".*?方正小标宋简体.*?<w:sz w:val="44"\/>/);
    expect(xml('word/styles.xml')).toMatch(
      /w:styleId="Body">.*?w:line="560" w:lineRule="exact"\/><w:ind w:firstLineChars="200".*?仿宋_GB2312.*?<w:sz w:val="32"\/>/,
    );
    expect(xml('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(xml('word/footer1.xml')).toMatch(/<w:jc w:val="right"\/>.*— .* PAGE .* —/);
    expect(xml('word/footer2.xml')).toMatch(/<w:jc w:val="left"\/>.*— .* PAGE .* —/);
    expect(xml('docProps/core.xml')).toContain('<dc:title>重大事故隐患报告（任城示例精细化工有限公司）</dc:title>');
  });

  it.each(['IMG_2041.jpg', '2026-12-04-6a24c166.jpg', '微信图片_20261204.jpg'])('calls a photo by what it is, not %s', (filename) => {
    expect(report({ ...facts, photos: [{ file: facts.photos[0]?.file ?? '', filename }] })).toContain('图1　液氯储罐区有毒气体检测报警器停用');
  });
});
