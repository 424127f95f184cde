import { describe, expect, it } from 'vitest';
import { documentFilename } from './documentFilename.ts';
import { entryName } from './entryName.ts';

describe('a file’s name in an archive', () => {
  it('is its own, with a number when another has it', () => {
    const taken = new Set<string>();
    for (const expected of ['任城区/日志.docx', '任城区/日志（2）.docx', '任城区/日志（3）.docx']) {
      const name = entryName('任城区', '日志.docx', taken);
      expect(name).toBe(expected);
      taken.add(name);
    }
  });

  it('stays in its folder, whatever the enterprise is called', () => {
    const file = documentFilename('工作日志', '任城区', '../../etc/passwd', '2026-11-03');
    expect(entryName('任城区', file, new Set()).split('/')).toHaveLength(2);
    expect(file).not.toMatch(/\.\./);
  });
});
