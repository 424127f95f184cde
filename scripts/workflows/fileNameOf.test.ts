import { expect, test } from 'vitest';
import { fileNameOf } from './fileNameOf.ts';

test.each([
  ['escalate-major-hazard', 'escalate-major-hazard.json'],
  ['Send Reminders', 'send-reminders.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['月报 汇总', '月报-汇总.json'],
  ['…', 'workflow.json'],
])('%s is kept in %s', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});
