import { RosterFileError } from '../RosterFileError.ts';

/** Refuses a file: `message` says what it is and what to do about it. */
export function refuse(message: string): never {
  throw new RosterFileError({ message });
}
