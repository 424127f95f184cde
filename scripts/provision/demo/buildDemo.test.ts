import { describe, expect, it } from 'vitest';
import { planGaps } from '../../../extensions/core/src/hazards/planGaps.ts';
import { validateHazard } from '../../../extensions/core/src/hazards/validateHazard.ts';
import { verificationFaults } from '../../../extensions/core/src/hazards/verificationFaults.ts';
import { validateVisit } from '../../../extensions/core/src/visits/validateVisit.ts';
import { buildDemo } from './buildDemo.ts';

const TODAY = '2026-11-24';
const demo = buildDemo(TODAY);

describe('buildDemo', () => {
  it('gives the same rows for the same day', () => {
    expect(buildDemo(TODAY)).toEqual(demo);
  });

  it.each(['2024-02-29', '2025-01-01', '2026-03-31', '2026-11-01'])(
    'has no visit on %s or later nor before the team, and no other day after it',
    (today) => {
      const { visits, hazards, teams } = buildDemo(today);
      for (const visit of visits) {
        expect(String(visit.visited_on) < today).toBe(true);
        const team = teams.find((one) => one.id === visit.team);
        expect(String(team?.valid_from) <= String(visit.visited_on)).toBe(true);
      }
      for (const hazard of hazards) {
        expect(
          [hazard.found_on, hazard.rectified_on, hazard.verified_on].every((day) => day === null || (typeof day === 'string' && day <= today)),
        ).toBe(true);
      }
    },
  );

  it('keeps the rules that hold for whoever writes: signed, planned, verified by somebody, each day where it belongs', () => {
    const files = new Set(demo.signatures.map(({ id }) => id));
    for (const visit of demo.visits) {
      expect(validateVisit(visit, TODAY)).toEqual([]);
      if (visit.status === 'draft') continue;
      for (const one of demo.visit_inspectors.filter(({ visit: of }) => of === visit.id)) expect(files.has(String(one.signature))).toBe(true);
    }
    for (const hazard of demo.hazards) {
      expect([...validateHazard(hazard, TODAY), ...verificationFaults(hazard, false)]).toEqual([]);
      if (hazard.status === 'open') expect(planGaps(hazard)).toEqual([]);
    }
  });

  it('puts two people into each team, and gives each visit eleven items', () => {
    for (const team of demo.teams) expect(demo.team_members.filter((member) => member.team === team.id)).toHaveLength(2);
    for (const visit of demo.visits) expect(demo.visit_items.filter((item) => item.visit === visit.id)).toHaveLength(11);
  });

  it('has every county, and each credit code once', () => {
    expect(new Set(demo.enterprises.map((enterprise) => enterprise.county)).size).toBe(14);
    expect(new Set(demo.enterprises.map((enterprise) => enterprise.uscc)).size).toBe(36);
  });

  it('has three major hazards, all with the five elements and confirmed long ago', () => {
    const major = demo.hazards.filter((hazard) => hazard.severity === 'major');
    expect(major).toHaveLength(3);
    for (const hazard of major) {
      for (const field of ['measures', 'responsible_person', 'funds', 'deadline', 'plan', 'reported_at', 'acknowledged_at'])
        expect(hazard[field]).toBeTruthy();
      expect(String(hazard.found_on) < '2026-10-20').toBe(true);
    }
  });

  it('uses no address outside the reserved domains', () => {
    for (const inspector of demo.inspectors) expect(inspector.email).toMatch(/\.example$/);
  });
});
