import { describe, expect, it } from 'vitest';
import type { HazardDraft } from './HazardDraft.ts';
import { validateHazard } from './validateHazard.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const TODAY = '2026-11-23';
const least: HazardDraft = {
  enterprise: 'e1',
  severity: 'major',
  status: 'open',
  title: '反应釜安全阀失效',
  description: '二车间3号反应釜安全阀铅封缺失，校验已过期七个月',
  place: '二车间',
  found_on: TODAY,
};
const elements = { measures: '更换安全阀', responsible_person: '车间主任', funds: '1.2万元', deadline: '2026-11-30', plan: '停用3号釜' };
const rules = (hazard: HazardDraft) => rulesTold(validateHazard(hazard, TODAY));

describe('validateHazard', () => {
  it('takes a major hazard with no more than enterprise, title, description and place', () => {
    expect(rules(least)).toEqual([]);
  });

  it.each([
    [{ severity: 'huge' }, 'hazard.severity.known'],
    [{ severity: null }, 'hazard.severity.known'],
    [{ status: 'gone' }, 'hazard.status.known'],
    [{ title: ' ' }, 'hazard.title.required'],
    [{ title: '阀' }, 'hazard.title.short'],
    [{ title: 42 }, 'hazard.title.text'],
    [{ enterprise: null }, 'hazard.enterprise.required'],
    [{ description: '' }, 'hazard.description.required'],
    [{ description: '存在问题' }, 'hazard.description.concrete'],
    [{ title: '反应釜\u0007安全阀' }, 'hazard.title.plain'],
    [{ place: '二车间\ud800' }, 'hazard.place.plain'],
    [{ found_on: '2026-11-24' }, 'hazard.found_on.future'],
    [{ found_on: '2026-02-30' }, 'hazard.found_on.day'],
    [{ found_on: '23/11/2026' }, 'hazard.found_on.day'],
    [{ deadline: '2026-11-22' }, 'hazard.deadline.before_found'],
    [{ rectified_on: '2026-11-24' }, 'hazard.rectified_on.future'],
    [{ rectified_on: '2026-11-22' }, 'hazard.rectified_on.before_found'],
    [{ rectified_on: TODAY }, 'hazard.rectified_on.state'],
    [{ rectified_on: TODAY, status: 'rectifying' }, 'hazard.rectified_on.state'],
    [{ verified_on: TODAY }, 'hazard.verified_on.state'],
    [{ verified_on: TODAY, status: 'rectified' }, 'hazard.verified_on.state'],
    [{ verified_on: '2026-02-30' }, 'hazard.verified_on.day'],
    [{ status: 'verified', rectified_on: TODAY, verified_on: '2030-01-01' }, 'hazard.verified_on.future'],
    [{ status: 'verified', rectified_on: TODAY, verified_on: '2026-11-22' }, 'hazard.verified_on.before_rectified'],
    [{ status: 'verified', verified_on: '2026-11-22' }, 'hazard.verified_on.before_rectified'],
    [{ verification: 'a\u0007b' }, 'hazard.verification.plain'],
    [{ responsible_person: '.....' }, 'hazard.responsible_person.name'],
    [{ responsible_person: '无' }, 'hazard.responsible_person.name'],
    [{ verified_officer: '待定' }, 'hazard.verified_officer.name'],
  ])('refuses %j by the rule %s', (change, rule) => {
    expect(rules({ ...least, ...change })).toContain(rule);
  });

  it('refuses a description of a million characters', () => {
    expect(rules({ ...least, description: '漏'.repeat(1024 * 1024) })).toContain('hazard.description.plain');
  });

  it('asks for all five elements, each by name, once a major hazard leaves "open"', () => {
    const faults = validateHazard({ ...least, status: 'rectifying' }, TODAY);
    expect(faults.map((fault) => fault.field).sort()).toEqual(['deadline', 'funds', 'measures', 'plan', 'responsible_person']);
    expect(faults.map((fault) => fault.message).join()).toContain('五落实');
    expect(rules({ ...least, ...elements, status: 'rectifying' })).toEqual([]);
  });

  it('asks a general hazard for measures, deadline and responsible person only', () => {
    const general = { ...least, severity: 'general', status: 'rectifying' };
    expect(
      validateHazard(general, TODAY)
        .map((fault) => fault.field)
        .sort(),
    ).toEqual(['deadline', 'measures', 'responsible_person']);
    const { funds: _, plan: __, ...three } = elements;
    expect(rules({ ...general, ...three })).toEqual([]);
  });

  it('asks for evidence before anything counts as rectified', () => {
    const rectified = { ...least, ...elements, status: 'rectified' };
    expect(rules(rectified)).toEqual(['hazard.rectified_on.required', 'hazard.rectification.required']);
    expect(rules({ ...rectified, rectified_on: TODAY, rectification: '已更换并重新校验' })).toEqual([]);
  });

  it('reports all faults together', () => {
    expect(validateHazard({}, TODAY).map((fault) => fault.field)).toEqual(['enterprise', 'title', 'description', 'severity', 'status']);
  });
});
