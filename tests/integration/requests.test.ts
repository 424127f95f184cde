import { beforeAll, describe, expect, it } from 'vitest';
import { REQUESTED_KINDS } from '../../extensions/core/src/documents/requestedKinds.ts';
import { AWAY } from '../../extensions/core/src/requests/requestFate.ts';
import { roles } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api, ApiAnswer } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { newLogin } from '../support/newLogin.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { spoiltWord } from '../support/spoiltWord.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
/** Seconds a request of these tests has; two minutes where nobody says otherwise. */
const PATIENCE = 25;
const MINE = countyId('370811');
const ABROAD = countyId('370883');
let as: Readonly<Record<Caller, Api>>;
/** An officer of another county. */
let neighbour: Api;

beforeAll(async () => {
  await test.stack.directus.restart({ ZHUDIAN_REQUEST_PATIENCE: String(PATIENCE) });
  as = await logins(test);
  neighbour = (await newLogin(test, { email: 'zoucheng@zhudian.example.org', role: roles.county.id, county: ABROAD })).api;
}, 600_000);

interface Row {
  readonly id: string;
  readonly status: string;
  readonly file: string | null;
  readonly error: string | null;
}
interface Claimed {
  readonly seq: string;
  readonly subject: string;
  readonly claim: string;
}

async function one<T extends object>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await test.database.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}
const document = async (id: string): Promise<Row> => await one<Row>('SELECT id, status, file, error FROM documents WHERE id = $1', [id]);
const ended = async (id: string, seconds = 120): Promise<Row> =>
  await waitFor(
    `document ${id} ends`,
    async () => {
      const row = await document(id);
      return row.status === 'requested' ? null : row;
    },
    seconds,
  );
const contacts = async (by: Api, county: string): Promise<Row> => {
  const { data, errors } = await by.send<Row>('POST', '/zhudian/documents/request', { kind: 'contacts', id: county });
  expect(errors).toEqual([]);
  return data;
};
const retry = async (by: Api, id: string): Promise<ApiAnswer<Row>> => await by.send<Row>('POST', `/zhudian/documents/${id}/retry`, {});

/** Takes the template of a kind away behind everybody's back, until what is given has been done. */
async function withoutTemplate(key: string, work: () => Promise<void>): Promise<void> {
  const { id, filename_disk } = await one<{ id: string; filename_disk: string }>(
    `SELECT f.id, f.filename_disk FROM directus_files f JOIN document_templates t ON t.file = f.id WHERE t.key = $1 AND t.status = 'in_force'`,
    [key],
  );
  await test.database.query(`UPDATE directus_files SET filename_disk = 'gone.docx' WHERE id = $1`, [id]);
  await work().finally(async () => await test.database.query('UPDATE directus_files SET filename_disk = $2 WHERE id = $1', [id, filename_disk]));
}

describe('with n8n away', () => {
  beforeAll(async () => {
    await test.stack.n8n.stop();
  }, 60_000);

  describe('both doors', () => {
    const KINDS = [...Object.keys(REQUESTED_KINDS), 'city_report', 'statistics', 'reminder', 'poem'];
    type Place = 'mine' | 'abroad';

    /** A thing of each sort that a document can be about. */
    async function about(kind: string, place: Place): Promise<Record<string, string>> {
      const county = place === 'mine' ? MINE : ABROAD;
      const field = (REQUESTED_KINDS as Record<string, string>)[kind];
      if (field === 'county') return { county };
      if (field === 'period' || field === undefined) return { period: '2026-10', county };
      const seen = place === 'mine' ? 'strpos(e.visible_to, u.id::text) > 0' : 'strpos(coalesce(e.visible_to, $$$$), u.id::text) = 0';
      const table = { visit: 'visits', hazard: 'hazards' }[field];
      if (table) {
        const { id } = await one<{ id: string }>(
          `SELECT t.id FROM ${table} t JOIN enterprises e ON e.id = t.enterprise CROSS JOIN directus_users u
           WHERE u.email LIKE 'inspector@%' AND t.county = $1 AND ${seen} ORDER BY t.id LIMIT 1`,
          [county],
        );
        // A report is made of what was a major hazard once.
        if (field === 'hazard')
          await test.database.query(
            `INSERT INTO hazard_events (id, hazard, at, "to", note) VALUES (gen_random_uuid(), $1, '2026-01-01T00:00:00Z', 'open', '降为一般隐患')`,
            [id],
          );
        return { [field]: id };
      }
      const { id } = await one<{ id: string }>(
        field === 'evaluation'
          ? `INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, findings) VALUES (gen_random_uuid(), $1, '2026-Q3', 'quarterly', '2026-09-20', '情况良好') RETURNING id`
          : `INSERT INTO monthly_reports (id, county, period, progress) VALUES (gen_random_uuid(), $1, '2024-' || lpad((1 + (random() * 11)::int)::text, 2, '0'), '本月开展驻点') RETURNING id`,
        [county],
      ).catch(async () => await one<{ id: string }>(`SELECT id FROM ${field}s WHERE county = $1 ORDER BY id LIMIT 1`, [county]));
      return { [field]: id };
    }

    function expected(caller: Caller, kind: string, place: Place): string {
      if (['stranger', 'auditor', 'automation'].includes(caller)) return 'refused';
      const field = (REQUESTED_KINDS as Record<string, string>)[kind];
      if (field === undefined) return 'fault kind';
      if (caller === 'county') return place === 'mine' ? 'asked' : 'refused';
      if (caller === 'inspector') return place === 'mine' && ['visit', 'hazard'].includes(field) ? 'asked' : 'refused';
      return 'asked';
    }

    const said = ({ status, errors }: ApiAnswer<Row>): string =>
      status === 200
        ? 'asked'
        : status === 400
          ? `fault ${errors[0]?.extensions.field ?? JSON.stringify(errors)}`
          : [403, 404].includes(status)
            ? 'refused'
            : `status ${status}`;

    it.each(['city', 'county', 'inspector', 'automation', 'auditor', 'stranger'] as const)(
      'give %s the same answer for every kind, and what was answered can be read',
      async (caller) => {
        const wrong: string[] = [];
        for (const kind of KINDS) {
          for (const place of ['mine', 'abroad'] as const) {
            const wanted = { kind, ...(await about(kind, place)) };
            const first = await as[caller].send<Row>('POST', '/zhudian/documents/request', wanted);
            const second = await as[caller].send<Row>('POST', '/items/documents', wanted);
            const [is, is2, shall] = [said(first), said(second), expected(caller, kind, place)];
            if (is !== shall || is2 !== shall) wrong.push(`${kind} ${place}: ${is}, ${is2} instead of ${shall}`);
            if (shall.startsWith('fault')) {
              for (const { message } of [...first.errors, ...second.errors]) expect(message).toMatch(/\p{Script=Han}/u);
            }
            if (is !== 'asked' || is2 !== 'asked') continue;
            if (first.data.id !== second.data.id) wrong.push(`${kind} ${place}: two requests`);
            const read = await as[caller].send<Row>('GET', `/items/documents/${first.data.id}`);
            if (read.status !== 200 || read.data.status !== 'requested') wrong.push(`${kind} ${place}: cannot be read (${read.status})`);
          }
        }
        expect(wrong).toEqual([]);
      },
      120_000,
    );

    it('refuse what nobody asks for to administrators and to SQL as well', async () => {
      for (const kind of ['city_report', 'statistics', 'reminder']) {
        const { status, errors } = await test.admin.send('POST', '/items/documents', { kind, period: '2026-10' });
        expect([status, errors[0]?.extensions.field]).toEqual([400, 'kind']);
        expect(errors[0]?.message).toMatch(/不能在这里申请/);
      }
      await expect(
        test.database.query(`INSERT INTO documents (id, kind, status) VALUES (gen_random_uuid(), 'reminder', 'requested')`),
      ).rejects.toThrow(/不能申请/);
    });

    it('refuse a report of a hazard that never was a major one, and make it of one that was', async () => {
      const { enterprise } = await about('task_list', 'mine').then(
        async ({ visit }) => await one<{ enterprise: string }>('SELECT enterprise FROM visits WHERE id = $1', [visit]),
      );
      const { id } = await one<{ id: string }>(
        `INSERT INTO hazards (id, enterprise, severity, status, title, description, found_on, deadline, measures, responsible_person)
         VALUES (gen_random_uuid(), $1, 'general', 'open', '可燃气体报警器', '罐区东侧两台可燃气体报警器校验标签已过期', '2026-03-02', '2027-06-30', '停用并更换', '设备科长') RETURNING id`,
        [enterprise],
      );
      const ask = async (): Promise<ApiAnswer<Row>[]> => [
        await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'major_hazard_report', id }),
        await as.county.send<Row>('POST', '/items/documents', { kind: 'major_hazard_report', hazard: id }),
      ];
      for (const { status, errors } of await ask()) {
        expect([status, errors[0]?.extensions.field]).toEqual([400, 'hazard']);
        expect(errors[0]?.message).toContain('该隐患是一般隐患，没有重大事故隐患报告');
      }
      const write = `INSERT INTO documents (id, kind, hazard, status) VALUES (gen_random_uuid(), 'major_hazard_report', $1, 'requested')`;
      await expect(test.database.query(write, [id])).rejects.toThrow(/一般隐患没有重大事故隐患报告/);
      await test.database.query(`UPDATE hazards SET severity = 'major' WHERE id = $1`, [id]);
      await test.database.query(`UPDATE hazards SET severity = 'general', correction_reason = '经核实达不到判定标准' WHERE id = $1`, [id]);
      for (const { status, errors } of await ask()) expect([status, errors]).toEqual([200, []]);
    });

    it.each(['constructor', '__proto__', 'toString'])('refuse the kind “%s” as any that is none', async (kind) => {
      for (const path of ['/zhudian/documents/request', '/items/documents']) {
        const { status, errors } = await as.city.send('POST', path, { kind });
        expect([status, errors[0]?.extensions.field]).toEqual([400, 'kind']);
        expect(errors[0]?.message).toMatch(/^没有这种文书；可以申请的有：/);
      }
    });

    it('are the same by GraphQL, and a finished document is filed by who keeps them only', async () => {
      const create = 'mutation ($data: create_documents_input!) { create_documents_item(data: $data) { id } }';
      const ask = async (by: Api, data: object): Promise<string> =>
        JSON.stringify(await by.send('POST', '/graphql', { query: create, variables: { data } }));
      expect(await ask(as.county, { kind: 'roster', county: ABROAD })).toMatch(/FORBIDDEN|permission/i);
      expect(await ask(as.county, { kind: 'reminder' })).toMatch(/不能在这里申请/);
      expect((await as.county.send('POST', '/items/documents', { kind: 'roster', county: MINE, status: 'ready' })).status).toBe(403);
      const { status, errors } = await as.city.send('POST', '/items/documents', { kind: 'roster', county: MINE, status: 'ready' });
      expect([status, errors[0]?.extensions.field]).toEqual([400, 'file']);
    });
  });

  it('an event that is settled without its document is given back, and the request ends with a reason within its time', async () => {
    const { id } = await contacts(as.city, countyId('370826'));
    const claim = async (): Promise<Claimed | undefined> => {
      const ask = { consumer: 'test', topics: ['document.requested'], limit: 50 };
      return (await as.automation.send<Claimed[]>('POST', '/zhudian/events/claim', ask)).data.find(({ subject }) => subject === id);
    };
    const event = await claim();
    const done = await as.automation.send('POST', `/zhudian/events/${event?.seq}/done`, { claim: event?.claim });
    expect([done.status, done.errors[0]?.extensions.code]).toEqual([409, 'ZHUDIAN_NO_OUTCOME']);
    expect(await one('SELECT done_at, claim, error FROM outbox WHERE seq = $1', [event?.seq])).toMatchObject({
      done_at: null,
      claim: null,
      error: expect.stringContaining('没有归档文书') as string,
    });
    expect((await document(id)).status).toBe('requested');
    const failed = await ended(id, PATIENCE + 30);
    expect(failed).toMatchObject({ status: 'failed', error: expect.stringMatching(/没有归档文书.*重试/) as string });
    expect((await one<{ done_at: Date | null }>('SELECT done_at FROM outbox WHERE seq = $1', [event?.seq])).done_at).not.toBeNull();

    // Another county neither reads nor retries it; the city has it tried again, and the row says what it waits for.
    expect((await neighbour.send('GET', `/items/documents/${id}`)).status).toBe(403);
    expect((await retry(neighbour, id)).status).toBe(404);
    expect((await retry(as.auditor, id)).status).toBe(403);
    expect((await retry(as.city, id)).data).toEqual({ id, status: 'requested' });
    expect((await retry(as.city, id)).data).toEqual({ id, status: 'requested' });
    expect((await document(id)).status).toBe('requested');
    expect((await claim())?.subject).toBe(id);
  }, 180_000);

  it('a request that was closed behind its back ends, and can be tried again', async () => {
    const { id } = await contacts(as.city, countyId('370827'));
    await test.database.query('UPDATE outbox SET done_at = now() WHERE subject = $1', [id]);
    // n8n is well: it asks for work.
    const asking = setInterval(() => void as.automation.send('POST', '/zhudian/events/claim', { consumer: 'test', topics: ['nothing.here'] }), 5000);
    const row = await ended(id, PATIENCE + 60).finally(() => clearInterval(asking));
    expect(row).toMatchObject({ status: 'failed', error: expect.stringMatching(/没有生成文书.*重试/) as string });
    expect((await retry(as.city, id)).data).toEqual({ id, status: 'requested' });
    expect(await one('SELECT done_at FROM outbox WHERE subject = $1 ORDER BY seq DESC LIMIT 1', [id])).toEqual({ done_at: null });
  }, 180_000);

  it('requests wait, and say for what; when n8n is back they are answered by themselves', async () => {
    const { id } = await contacts(as.county, MINE);
    await waitFor('the row says that n8n is away', async () => (await document(id)).error === AWAY, 120);
    expect(await document(id)).toMatchObject({ status: 'requested', file: null });
    await test.stack.n8n.start();
    // After all that was asked for before it.
    expect(await ended(id, 300)).toMatchObject({ status: 'ready', error: null });
  }, 600_000);
});

describe('with n8n well', () => {
  it('a document that is there and would be the same is the answer of both doors, and stays readable', async () => {
    const first = await contacts(as.county, MINE);
    expect(first.status).toBe('ready');
    const { data, errors } = await as.county.send<Row>('POST', '/items/documents', { kind: 'contacts', county: MINE });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ id: first.id, status: 'ready' });
    await test.database.query(`UPDATE contacts SET phone = '0537-0000123' WHERE county = $1`, [MINE]);
    const changed = await contacts(as.county, MINE);
    expect(changed.id).not.toBe(first.id);
    expect(await ended(changed.id)).toMatchObject({ status: 'ready' });
    expect((await as.county.send('GET', `/items/documents/${first.id}`)).status).toBe(200);
  }, 200_000);

  it('a template that cannot be fetched ends the request with a sentence; put right, a retry makes the document in the same row', async () => {
    let id = '';
    await withoutTemplate('roster', async () => {
      ({ id } = (await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'roster', county: MINE })).data);
      if ((await document(id)).status === 'ready') {
        await test.database.query(`UPDATE inspectors SET phone = '0537-0000124' WHERE county = $1`, [MINE]);
        ({ id } = (await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'roster', county: MINE })).data);
      }
      const failed = await ended(id, PATIENCE + 60);
      expect(failed).toMatchObject({ status: 'failed', file: null, error: expect.stringMatching(/请点“重试”/) as string });
    });
    expect((await retry(as.county, id)).data).toEqual({ id, status: 'requested' });
    expect(await ended(id)).toMatchObject({ status: 'ready', error: null });
  }, 300_000);

  it('a compilation that cannot be made says why at the board, and is there after a retry; a county sees and does nothing of it', async () => {
    const period = '2026-10';
    const { file } = await one<{ file: string }>(`SELECT file FROM document_templates WHERE key = 'city_report' AND status = 'in_force'`);
    const spoilt = await as.city.upload(spoiltWord(), '坏.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    const use = async (which: string): Promise<unknown> =>
      await test.database.query(`UPDATE document_templates SET file = $1 WHERE key = 'city_report' AND status = 'in_force'`, [which]);
    await use(spoilt);
    const asked = await as.city.send<{ id: string; state: string }>('POST', '/zhudian/reports/compile', { period });
    expect(asked.data).toMatchObject({ state: 'requested' });
    const { id } = asked.data;
    expect((await as.city.send<{ id: string }>('POST', '/zhudian/reports/compile', { period })).data.id).toBe(id);
    const failed = await ended(id).finally(async () => await use(file));
    expect(failed).toMatchObject({ status: 'failed', error: expect.stringMatching(/汇总文书没有生成.*重试/s) as string });
    type Compilations = { compilations: { id: string; status: string; error: string | null; file: string | null; workbook: boolean }[] };
    const board = async (): Promise<Compilations['compilations']> =>
      (await as.city.send<Compilations>('GET', `/zhudian/reports/board?period=${period}`)).data.compilations;
    expect((await board())[0]).toMatchObject({ id, status: 'failed', error: failed.error });
    expect((await as.county.send('GET', `/items/documents/${id}`)).status).toBe(403);
    expect((await retry(as.county, id)).status).toBe(404);

    expect((await retry(as.city, id)).data).toEqual({ id, status: 'requested' });
    const made = await ended(id);
    expect(made).toMatchObject({ status: 'ready', error: null, file: expect.any(String) as string });
    const shown = await board();
    expect(shown.map(({ status, workbook }) => [status, workbook]).sort()).toEqual([
      ['ready', false],
      ['ready', true],
    ]);
    expect((await as.city.send<{ state: string }>('POST', '/zhudian/reports/compile', { period })).data.state).toBe('ready');
  }, 300_000);
});
