import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { HazardFacts } from './HazardFacts.ts';
import { presentHazard } from './presentHazard.ts';

const SAMPLE = new URL('../../../../schema/templates/major_hazard_report/sample.json', import.meta.url);
const facts = JSON.parse(readFileSync(SAMPLE, 'utf8')) as HazardFacts;
const person = { name: '张示例', level: 'city', organisation: null, position: null, phone: null, is_lead: false } as const;

it('tells days, the moment by the office’s clock, and people with their phones', () => {
  const event = { ...facts.event, raised_at: '2026-11-30T16:05:00Z' };
  const team = [
    { ...person, phone: '0537-0000101' },
    { ...person, name: '刘示例' },
  ];
  expect(presentHazard({ ...facts, event, found_by: team, team })).toEqual({
    found_on: '2026年11月23日',
    deadline: '2026年12月1日',
    raised_at: '2026年12月1日 00:05',
    found_by: '张示例、刘示例',
    team: '张示例（0537-0000101）、刘示例',
    photos: facts.photos.length === 0 ? '无' : `${facts.photos.length}张，见附件`,
  });
});

it('tells how many photos the report shows, and how many could not be opened', () => {
  const photos = ['a', 'b'].map((file) => ({ file, filename: `${file}.jpg` }));
  expect(presentHazard({ ...facts, photos, photos_unreadable: 1 }).photos).toBe('2张，见附件；另有1张无法打开，请在系统中查看');
  expect(presentHazard({ ...facts, photos: [] }).photos).toBe('无');
});

it('says what is still to come', () => {
  expect(presentHazard({ ...facts, hazard: { ...facts.hazard, deadline: null }, found_by: [], team: [] })).toMatchObject({
    deadline: '待补充',
    found_by: '未登记',
    team: '未编组',
  });
});
