import type { TestStack } from './TestStack.ts';

/** Sets a rehearsal's clock to a moment (ISO 8601), for every rule about days and deadlines; null takes it away. */
export async function setClock({ database }: TestStack, moment: string | null): Promise<void> {
  await database.query('DELETE FROM zhudian_clock');
  if (moment !== null) await database.query('INSERT INTO zhudian_clock (ahead) SELECT $1::timestamptz - clock_timestamp()', [moment]);
}
