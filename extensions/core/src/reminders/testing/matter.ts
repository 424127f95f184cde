import type { Matter } from '../Matter.ts';

/** A visit that is missing in February 2026, or what is changed of it. */
export const matter = (change: Partial<Matter>): Matter => ({
  kind: 'visit_missing',
  subject: 'e1',
  period: '2026-02',
  anchor: '2026-02-28',
  county: { id: 'c1', name: '任城区' },
  enterprise: { id: 'e1', name: '示例化工' },
  title: null,
  note: null,
  path: '/admin',
  ...change,
});
