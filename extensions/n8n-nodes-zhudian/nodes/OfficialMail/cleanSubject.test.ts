import { expect, test } from 'vitest';

import { cleanSubject } from './cleanSubject.ts';

test('a line break typed into a title starts no header', () => {
	expect(cleanSubject(' 隐患\r\nBcc: a@b.example\u0000 ')).toBe('隐患 Bcc: a@b.example');
});

test('is never longer than the ledger takes, and never half a character', () => {
	const subject = cleanSubject(`${'长'.repeat(398)}😀😀`);
	expect(subject).toHaveLength(400);
	expect(subject.isWellFormed()).toBe(true);
});
