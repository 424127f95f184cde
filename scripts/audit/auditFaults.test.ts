import { expect, it } from 'vitest';
import { auditFaults } from './auditFaults.ts';

const advisory = (name: string, id: string, severity: string) => ({
  name,
  severity,
  title: `${name} is weak`,
  url: `https://github.com/advisories/${id}`,
  source: 1,
});
/** As npm writes it: a package is weak by itself (`via` an advisory) or through another (`via` its name). */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    worn: { name: 'worn', severity: 'high', isDirect: false, via: [advisory('worn', 'GHSA-1', 'high')], range: '<2', fixAvailable: false },
    above: { name: 'above', severity: 'high', isDirect: true, via: ['worn'], range: '*', fixAvailable: false },
    mild: { name: 'mild', severity: 'moderate', isDirect: false, via: [advisory('mild', 'GHSA-2', 'moderate')], range: '*', fixAvailable: true },
    known: { name: 'known', severity: 'critical', isDirect: false, via: [advisory('known', 'GHSA-3', 'critical')], range: '*', fixAvailable: false },
  },
};
const except = (advisoryId: string, name: string, until: string) => ({ advisory: advisoryId, package: name, reason: 'not reached', until });

it('names each severe weakness once, and none that is excepted with a reason', () => {
  const faults = auditFaults(report, [except('GHSA-3', 'known', '2027-01-31')], '2026-11-25');
  expect(faults).toEqual([expect.stringMatching(/^worn: high: .*GHSA-1/)]);
});

it('names an exception whose time is over, and one that nothing needs any more', () => {
  const faults = auditFaults(report, [except('GHSA-3', 'known', '2026-11-24'), except('GHSA-9', 'gone', '2027-01-31')], '2026-11-25');
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['worn', 'known', 'known GHSA-3', 'gone GHSA-9']);
});

it('refuses what is no report of npm', () => {
  expect(() => auditFaults({ message: '405 Method Not Allowed' }, [], '2026-11-25')).toThrow();
});
