import { setTimeout as pause } from 'node:timers/promises';
import { logIn } from '../../scripts/provision/directusClient.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { figureOf } from './figureOf.ts';
import { quantile } from './quantile.ts';
import { sendTo } from './sendTo.ts';
import { bareAggregate } from './statistics/bareAggregate.ts';
import { costOfSaves } from './statistics/costOfSaves.ts';
import { fillStatistics, HAZARDS, VISITS } from './statistics/fillStatistics.ts';

const REPEATS = 30;

/** Annex 4 over a million visits and half a million hazards: read, counted in full, folded, and what it costs a save. */
export async function benchStatistics(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  const database = await stack.connect('directus');
  try {
    await stack.n8n.stop();
    report(`writing ${VISITS} visits, two people each, and ${HAZARDS} hazards`);
    await fillStatistics(stack, database, report);
    for (const table of ['visits', 'visit_inspectors', 'hazards', 'enterprises']) await database.query(`VACUUM ANALYZE ${table}`);
    const once = async (sql: string): Promise<number> => {
      const before = performance.now();
      await database.query(sql);
      return performance.now() - before;
    };
    const times = async (work: () => Promise<number>, repeats = REPEATS): Promise<number[]> => {
      await work();
      const taken: number[] = [];
      for (let i = 0; i < repeats; i += 1) taken.push(await work());
      return taken;
    };
    report('counting everything afresh');
    const rebuild = await once('SELECT zhudian_rebuild_statistics()');
    await database.query('ANALYZE statistics_visits; ANALYZE statistics_hazards');
    const { rows: days } = await database.query<{ today: string }>('SELECT zhudian_today()::text AS today');
    const today = days[0]?.today ?? '';
    const month = `to_char(zhudian_today(), 'YYYY-MM')`;
    report('the bare aggregate and the full count, in turns');
    const bare: number[] = [];
    const full: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const one = await once(bareAggregate(today));
      const other = await once(
        `SELECT * FROM zhudian_count_visits('2023-08-01', '${today}'); SELECT * FROM zhudian_count_hazards('2023-08-01', '${today}')`,
      );
      if (i === 0) continue;
      bare.push(one);
      full.push(other);
    }
    report('the table, through the endpoint and in SQL');
    // Not earlier: a log-in lasts a quarter of an hour.
    const { token } = await logIn(stack.config.urls.directus, 'city@zhudian.example.org', stack.secrets.demoPasswords.city);
    const endpoint = async (): Promise<number> => (await sendTo(stack.config.urls.directus, token, 'GET', '/zhudian/statistics')).milliseconds;
    const asked = await times(endpoint);
    const sql = await times(() => once(`SELECT * FROM zhudian_statistics(${month})`));
    const behind = await times(
      async () =>
        (await sendTo(stack.config.urls.directus, token, 'GET', '/zhudian/statistics/behind?figure=hazards_rectified&span=month')).milliseconds,
    );
    report('the table while the month of all counties is being written to');
    const mark = `INSERT INTO statistics_marks (county, month) SELECT id, date_trunc('month', zhudian_today())::date FROM counties`;
    // Marks that are not committed are not folded by the server in the meantime.
    await database.query(`BEGIN; ${mark}`);
    const marked = await times(() => once(`SELECT * FROM zhudian_statistics(${month})`));
    await database.query('ROLLBACK');
    await pause(6000);
    const folds = await times(
      async () => (await database.query(`BEGIN; ${mark}`), await once('SELECT zhudian_fold_statistics()').finally(() => database.query('ROLLBACK'))),
      10,
    );
    for (const [name, values] of Object.entries({ bare, full, asked, sql, behind, marked, folds }))
      report(`${name}: p50 ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`);
    report('saves, with and without the statistics');
    const saves = await costOfSaves(stack, database);
    const row = (name: string, measured: number, samples: number, goal: number | null = null, unit = 'ms'): Figure =>
      figureOf(name, unit, measured, samples, goal);
    const p50 = (values: readonly number[]): number => quantile(values, 0.5);
    return [
      row('bare SQL aggregate of everything, p50', p50(bare), bare.length),
      row('full count of ours, p50', p50(full), full.length),
      row('full count ÷ bare', p50(full) / p50(bare), full.length, null, '×'),
      row('the table (cumulative and month) through the endpoint, p50', p50(asked), asked.length),
      row('the table through the endpoint, p95', quantile(asked, 0.95), asked.length, 1000),
      row('the table ÷ bare', p50(asked) / p50(bare), asked.length, 1.5, '×'),
      row('the table in SQL, p95', quantile(sql, 0.95), sql.length, 50),
      row('the table in SQL, all counties’ month being written to, p95', quantile(marked, 0.95), marked.length, 50),
      row('what is behind a number of the month, p95', quantile(behind, 0.95), behind.length),
      row('fold of 14 county-months, p50', p50(folds), folds.length),
      row('rebuild of everything', rebuild, 1),
      row('save of a visit with 3 hazards, p50', p50(saves.with), saves.with.length),
      row('the same without the statistics’ triggers, p50', p50(saves.without), saves.without.length),
      row('cost of the statistics a save, p50', p50(saves.with) - p50(saves.without), saves.with.length),
    ];
  } finally {
    await database.end();
  }
}
