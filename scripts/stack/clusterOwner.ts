import type { PostgresAccount } from './postgresAccount.ts';

/** Whom a cluster's files have to belong to; undefined when that is ourselves. */
export function clusterOwner(account: PostgresAccount | undefined): { uid: number; gid: number } | undefined {
  if (account === undefined || account.prefix.length === 0) return account;
  const number = (flag: string) => Number(account.prefix.find((word) => word.startsWith(flag))?.split('=')[1]);
  return { uid: number('--reuid'), gid: number('--regid') };
}
