import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from '../build/fingerprint.ts';
import { readWorkflowFiles } from './readWorkflowFiles.ts';
import { textFingerprint } from './textFingerprint.ts';

it("is the file's own fingerprint, as it was recorded before texts were", async () => {
  for (const [name, text] of await readWorkflowFiles())
    expect(textFingerprint(name, text)).toBe(fingerprint(resolve(import.meta.dirname, '../..'), [`workflows/${name}`]));
});
