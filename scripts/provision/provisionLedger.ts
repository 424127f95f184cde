import type pg from 'pg';

/** What was provisioned into a database, and from which inputs: the reason a second start takes no time. */
export interface ProvisionLedger {
  fingerprintOf(key: string): Promise<string | undefined>;
  record(key: string, fingerprint: string): Promise<void>;
}

export async function provisionLedger(client: pg.Client): Promise<ProvisionLedger> {
  await client.query(
    'create table if not exists zhudian_provisioned (key text primary key, fingerprint text not null, at timestamptz not null default now())',
  );
  return {
    fingerprintOf: async (key) => {
      const { rows } = await client.query<{ fingerprint: string }>('select fingerprint from zhudian_provisioned where key = $1', [key]);
      return rows[0]?.fingerprint;
    },
    record: async (key, fingerprint) => {
      await client.query(
        'insert into zhudian_provisioned (key, fingerprint) values ($1, $2) on conflict (key) do update set fingerprint = excluded.fingerprint, at = now()',
        [key, fingerprint],
      );
    },
  };
}
