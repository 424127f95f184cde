import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from './emptyDraft.ts';
import { blankHazard, toDraft } from './readVisit.ts';
import { reviveDraft } from './reviveDraft.ts';
import { submissionFaults } from './submissionFaults.ts';
import { syncOnce } from './syncOnce.ts';
import { toPayload } from './toPayload.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { Outcome, VisitServer } from './VisitServer.ts';

type Row = Record<string, unknown> & { id: string };
const LISTS = ['items', 'inspectors', 'photos', 'hazards'] as const;

/** A server that keeps what Directus would: one visit, rows under their ids; each request may be lost on its way there or back. */
class Server implements VisitServer {
  visit: Row | null = null;
  readonly rows = new Map<string, Row>();
  readonly files = new Set<string>();
  own = true;
  #clock = 0;
  readonly #fate: () => 'ok' | 'lost' | 'unanswered';

  constructor(fate: () => 'ok' | 'lost' | 'unanswered') {
    this.#fate = fate;
  }

  look: VisitServer['look'] = async () => {
    if (this.#fate() !== 'ok') return 'unreachable';
    return {
      updated: (this.visit?.updated as string | undefined) ?? null,
      by: '',
      own: this.own,
      ids: this.visit ? [this.visit.id, ...this.rows.keys()] : [],
    };
  };
  create: VisitServer['create'] = (payload) =>
    this.#answer(() => {
      if (this.visit) return { kind: 'exists' };
      this.visit = { id: payload.id as string };
      return this.#write(payload);
    });
  change: VisitServer['change'] = (_, payload) => this.#answer(() => this.#write(payload));
  upload: VisitServer['upload'] = (file) =>
    this.#answer(() => {
      if (this.files.has(file)) return { kind: 'exists' };
      this.files.add(file);
      return { kind: 'done', updated: null };
    });

  async #answer(work: () => Outcome): Promise<Outcome> {
    const fate = this.#fate();
    if (fate === 'lost') return { kind: 'unreachable' };
    const outcome = work();
    return fate === 'ok' ? outcome : { kind: 'unreachable' };
  }

  #write(payload: Record<string, unknown>): Outcome {
    const { items: _, inspectors: __, photos: ___, hazards: ____, ...own } = payload;
    for (const list of LISTS) {
      const { create, update, delete: gone } = payload[list] as { create: Row[]; update: Row[]; delete: string[] };
      for (const row of create) {
        if (this.rows.has(row.id)) throw new Error(`row ${row.id} made twice`);
        this.rows.set(row.id, row);
      }
      for (const row of update) {
        if (!this.rows.has(row.id)) throw new Error(`row ${row.id} changed before it was there`);
        this.rows.set(row.id, { ...this.rows.get(row.id), ...row });
      }
      for (const id of gone) this.rows.delete(id);
    }
    this.visit = { ...this.visit, ...own, id: this.visit?.id ?? '', updated: String(++this.#clock) };
    return { kind: 'done', updated: this.visit.updated as string };
  }
}

const draft = (): VisitDraft =>
  emptyDraft({
    id: 'v',
    client_key: 'k',
    enterprise: { id: 'e', name: '示例化工' },
    visited_on: '2026-11-24',
    items: [1, 2].map((sort) => ({
      id: `i${sort}`,
      task_item: `t${sort}`,
      sort,
      content: '检查',
      standard: null,
      basis: null,
      result: null,
      implementation: '',
      problem: '',
      suggestion: '',
    })),
    people: ['a', 'b'].map((one) => ({
      id: `p${one}`,
      inspector: one,
      name: one,
      level: 'county' as const,
      team: true,
      signature: null,
      signatureUploaded: false,
    })),
  });

type Act = { kind: 'type'; text: string } | { kind: 'photo' } | { kind: 'hazard' } | { kind: 'reload' } | { kind: 'send' } | { kind: 'leave' };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.string({ maxLength: 5 }).map((text) => ({ kind: 'type' as const, text })),
  fc.constantFrom<Act>({ kind: 'photo' }, { kind: 'hazard' }, { kind: 'reload' }, { kind: 'send' }, { kind: 'send' }, { kind: 'leave' }),
);

describe('sending from a phone', () => {
  it('whatever is typed, lost, repeated or reloaded in between: the server ends with the last of it, once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 25 }),
        fc.infiniteStream(fc.constantFrom('ok' as const, 'ok' as const, 'lost' as const, 'unanswered' as const)),
        async (acts, fates) => {
          let calm = false;
          const server = new Server(() => (calm ? 'ok' : (fates.next().value as 'ok' | 'lost' | 'unanswered')));
          let kept = JSON.stringify(draft());
          let phone = draft();
          let number = 0;
          const means = {
            server,
            bytes: async () => new Blob(['x']),
            keep: async (now: VisitDraft) => void (kept = JSON.stringify(now)),
            now: () => 'now',
          };
          const edit = (change: () => void): void => {
            change();
            phone.revision += 1;
            kept = JSON.stringify(phone);
          };
          const run = async (one: Act): Promise<void> => {
            if (one.kind === 'type') edit(() => (phone.log = one.text));
            if (one.kind === 'photo') {
              number += 1;
              const photo = {
                id: `f${number}`,
                file: `file${number}`,
                uploaded: false,
                taken_at: '',
                taken_location: null,
                item: 'i1',
                hazard: null,
              };
              edit(() => phone.photos.push(photo));
            }
            if (one.kind === 'hazard') {
              number += 1;
              edit(() => phone.hazards.push({ ...blankHazard(`h${number}`), title: '隐患', description: '描述' }));
            }
            if (one.kind === 'leave' && phone.people.length > 0) {
              edit(() => phone.gone.people.push(...phone.people.splice(0, 1).map(({ id }) => id)));
            }
            if (one.kind === 'reload') phone = JSON.parse(kept) as VisitDraft;
            if (one.kind === 'send') await syncOnce(phone, false, false, means);
          };
          for (const one of acts) await run(one);
          calm = true;
          phone = JSON.parse(kept) as VisitDraft;
          // The first round may only find out what had arrived.
          await syncOnce(phone, false, true, means);
          expect(await syncOnce(phone, true, true, means)).toEqual({ kind: 'synced', at: 'now' });

          expect(server.visit).toMatchObject({ id: 'v', status: 'submitted', log: phone.log.trim() === '' ? null : phone.log });
          const expected = [...phone.items, ...phone.people, ...phone.photos, ...phone.hazards].map(({ id }) => id);
          expect([...server.rows.keys()].sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not overwrite what somebody else has changed meanwhile, unless told to', async () => {
    const server = new Server(() => 'ok');
    const means = { server, bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    const phone = draft();
    await syncOnce(phone, false, false, means);
    server.own = false;
    await server.change('v', {
      remarks: '别人写的',
      items: { create: [], update: [], delete: [] },
      inspectors: { create: [], update: [], delete: [] },
      photos: { create: [], update: [], delete: [] },
      hazards: { create: [], update: [], delete: [] },
    });
    phone.remarks = '我写的';
    expect((await syncOnce(phone, false, false, means)).kind).toBe('conflict');
    expect(server.visit?.remarks).toBe('别人写的');
    expect((await syncOnce(phone, false, true, means)).kind).toBe('synced');
    expect(server.visit?.remarks).toBe('我写的');
  });

  it('sends everything but what somebody is in the middle of writing, and keeps that', async () => {
    const server = new Server(() => 'ok');
    let kept = '';
    const means = { server, bytes: async () => undefined, keep: async (now: VisitDraft) => void (kept = JSON.stringify(now)), now: () => 'now' };
    const phone = draft();
    Object.assign(phone.items[0]!, { result: 'missing', problem: '阀门' });
    Object.assign(phone, { log: '上午看台账', revision: 1 });
    phone.figures.reward_amount_wan = '1.';
    expect(await syncOnce(phone, false, false, means)).toEqual({ kind: 'partly' });
    expect(server.visit?.log).toBe('上午看台账');
    expect(server.rows.get('i1')).not.toHaveProperty('problem');
    const again = JSON.parse(kept) as VisitDraft;
    expect([again.items[0]?.problem, again.revision > again.acknowledged]).toEqual(['阀门', true]);
    Object.assign(again.items[0]!, { problem: '3号釜出口阀门法兰渗漏', suggestion: '停用并更换垫片后试压' });
    again.figures.reward_amount_wan = '1.5';
    expect((await syncOnce(again, false, false, means)).kind).toBe('synced');
    expect(server.rows.get('i1')).toMatchObject({ result: 'missing', problem: '3号釜出口阀门法兰渗漏' });
  });

  it('says when a picture is no longer on the phone, instead of sending without it', async () => {
    const phone = draft();
    phone.photos.push({ id: 'f', file: 'file', uploaded: false, taken_at: '', taken_location: null, item: null, hazard: null });
    const means = { server: new Server(() => 'ok'), bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    expect(await syncOnce(phone, false, false, means)).toMatchObject({ kind: 'refused' });
  });
});

describe('hazards that others work on', () => {
  const row = (status: string): Record<string, unknown> => ({
    ...{ id: 'h', severity: 'general', status, title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏', place: '3号釜', measures: null },
    ...{ rectified_on: status === 'open' ? null : '2026-11-20', rectification: status === 'open' ? null : '已更换垫片并试压', photos_before: [{ id: 'p', file: 'f' }] },
  });
  const returned = (status: string): VisitDraft => {
    const copy = toDraft({ id: 'v', enterprise: { id: 'e', name: '示例化工' }, visited_on: '2026-11-03', status: 'returned', hazards: [row(status)] });
    const signed = ['a', 'b'].map((one) => ({
      ...{ id: `p${one}`, inspector: one, name: one, level: 'county' as const, team: true, signature: 's', signatureUploaded: true },
    }));
    return { ...copy, people: signed, log: '上午看台账，下午看现场' };
  };
  const sentHazards = (draft: VisitDraft): unknown => toPayload(draft, false).hazards;

  it.each(['open', 'rectified', 'verified'])('one that is %s and was not touched here is neither asked about nor sent', (status) => {
    const phone = returned(status);
    expect(submissionFaults(phone, '2026-11-24').filter(({ place }) => place.startsWith('hazard:'))).toEqual([]);
    expect(sentHazards(phone)).toEqual({ create: [], update: [], delete: [] });
  });

  it('sends the one field that was changed here, and judges the whole by the rules', () => {
    const phone = returned('rectified');
    phone.hazards[0]!.measures = '更换垫片';
    expect(submissionFaults(phone, '2026-11-24')).toEqual([]);
    expect(sentHazards(phone)).toEqual({ create: [], update: [{ id: 'h', measures: '更换垫片' }], delete: [] });
    phone.hazards[0]!.title = '';
    expect(submissionFaults(phone, '2026-11-24').map(({ place }) => place)).toEqual(['hazard:h']);
  });

  it('a change is sent once: after the server has it, only the next change follows', async () => {
    const server = new Server(() => 'ok');
    const means = { server, bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    const phone = draft();
    phone.hazards.push({ ...blankHazard('h'), title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏' });
    await syncOnce(phone, false, false, means);
    server.rows.set('h', { ...server.rows.get('h')!, measures: '县级填写的措施', severity: 'major' });
    phone.log = '继续填写';
    phone.hazards[0]!.place = '3号釜';
    await syncOnce(phone, false, false, means);
    expect(server.rows.get('h')).toMatchObject({ measures: '县级填写的措施', severity: 'major', place: '3号釜' });
  });

  it('takes a photo off a hazard', () => {
    const phone = returned('open');
    phone.photos = [];
    phone.gone.hazardPhotos.push({ hazard: 'h', id: 'p' });
    expect(sentHazards(phone)).toEqual({ create: [], update: [{ id: 'h', photos_before: { create: [], update: [], delete: ['p'] } }], delete: [] });
  });

  it('a draft kept by an earlier version of the page is read and sent whole', () => {
    const old = JSON.parse(JSON.stringify(returned('open'))) as { hazards: Record<string, unknown>[]; gone: Record<string, unknown> };
    for (const field of ['server', 'rectified_on', 'rectification']) delete old.hazards[0]![field];
    delete old.gone.hazardPhotos;
    const phone = reviveDraft(JSON.stringify(old));
    expect(phone.gone.hazardPhotos).toEqual([]);
    expect(sentHazards(phone)).toMatchObject({ update: [{ id: 'h', title: '阀门渗漏', severity: 'general' }] });
  });
});
