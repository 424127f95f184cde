import type pg from 'pg';

/** What the ledger of an n8n says of one file of `workflows/`. */
export interface ShippedWorkflow {
  /** The text that was brought in last. */
  readonly shipped: string | null;
  /** A newer text that was not brought in, since a maintainer had changed the workflow; a person decides. */
  readonly asked: string | null;
}

/** Which workflows were brought into this n8n, by file name, kept in its own database. */
export interface ShippedWorkflows {
  all(): Promise<ReadonlyMap<string, ShippedWorkflow>>;
  record(name: string, state: ShippedWorkflow): Promise<void>;
}

export async function shippedWorkflows(client: pg.Client): Promise<ShippedWorkflows> {
  await client.query(
    'create table if not exists zhudian_workflows (name text primary key, shipped text, asked text, at timestamptz not null default now())',
  );
  return {
    all: async () => {
      const { rows } = await client.query<ShippedWorkflow & { name: string }>('select name, shipped, asked from zhudian_workflows order by name');
      return new Map(rows.map(({ name, ...state }) => [name, state]));
    },
    record: async (name, { shipped, asked }) => {
      await client.query(
        `insert into zhudian_workflows (name, shipped, asked) values ($1, $2, $3)
         on conflict (name) do update set shipped = excluded.shipped, asked = excluded.asked, at = now()`,
        [name, shipped, asked],
      );
    },
  };
}
