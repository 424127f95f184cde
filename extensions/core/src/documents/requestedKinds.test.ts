import { expect, it } from 'vitest';
import { kindsAbout } from './requestedKinds.ts';

it('of each thing the documents about it can be asked for, a batch of none', () => {
  expect(kindsAbout('visits')).toEqual(['task_list', 'work_log', 'rectification_notice']);
  expect(kindsAbout('hazards')).toEqual(['major_hazard_report']);
  expect(kindsAbout('monthly_reports')).toEqual(['county_report']);
  expect(kindsAbout('counties')).toEqual(['contacts', 'roster']);
  expect(kindsAbout('evaluations')).toEqual(['evaluation']);
});
