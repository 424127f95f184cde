import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { auditExceptions } from './audit/auditExceptions.ts';
import { auditFaults } from './audit/auditFaults.ts';
import { licenceFaults } from './check/licenceFaults.ts';

/** `npm run audit`: known weaknesses and licences of everything that is installed. Where the registry cannot be asked, that is said and is no fault. */
const repository = resolve(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as Parameters<typeof licenceFaults>[0];
const { stdout } = await execa('npm', ['audit', '--json', '--omit=dev'], { cwd: repository, reject: false, timeout: 300_000 });
const report = parse(stdout);
const today = new Date().toISOString().slice(0, 10);
const reached = typeof report === 'object' && report !== null && 'vulnerabilities' in report;
const faults = [...licenceFaults(lock), ...(reached ? auditFaults(report, auditExceptions, today) : [])];

console.log(`✓ licences of ${Object.keys(lock.packages).length} packages compared`);
console.log(
  reached
    ? `✓ weaknesses asked for; ${auditExceptions.length} known ones are excepted`
    : `– weaknesses NOT asked for: ${reasonOf(report)}. Run it where npm reaches a registry that answers audits.`,
);
for (const fault of faults) console.log(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function reasonOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : 'npm gave no answer';
}
