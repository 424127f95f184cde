import { expect, it } from 'vitest';
import { archiveName } from './archiveName.ts';
import { deadDrafts } from './deadDrafts.ts';

it('names drafts that nobody has written to for an hour, and nothing else', () => {
  const now = new Date('2026-11-26T02:00:00Z');
  const [yesterday, justNow] = [new Date('2026-11-25T01:20:00Z'), new Date('2026-11-26T01:59:00Z')];
  const draft = `${archiveName(yesterday, true)}.part`;
  const files = [
    { name: draft, changed: yesterday },
    { name: `${archiveName(now, true)}.part`, changed: justNow },
    { name: `${archiveName(now, false)}.part`, changed: undefined },
    { name: archiveName(yesterday, true), changed: yesterday },
    { name: 'somebody.part', changed: yesterday },
  ];
  expect(deadDrafts(files, now)).toEqual([draft]);
});
