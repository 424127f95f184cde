import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnsentMajor } from './hasUnsentMajor.ts';
import { isUnsent } from './isUnsent.ts';
import { mergeKept } from './mergeKept.ts';
import { blankHazard } from './readVisit.ts';
import { reviveDraft } from './reviveDraft.ts';
import { syncOnce } from './syncOnce.ts';
import { FaultyVisitServer, LISTS, type Fate } from './testing/FaultyVisitServer.ts';
import { newDraft } from './testing/newDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { ServerCopy } from './VisitServer.ts';

const nothing = (): Record<string, unknown> => Object.fromEntries(LISTS.map((list) => [list, { create: [], update: [], delete: [] }]));
/** As the page does it before the round in which it is handed in. */
const handedIn = (draft: VisitDraft): VisitDraft => Object.assign(draft, { handingIn: true });
const photo = (number: number): VisitDraft['photos'][number] => ({
  ...{ id: `f${number}`, file: `file${number}`, uploaded: false, taken_at: '', taken_location: null, item: 'i1', hazard: null },
});

type Edit = { kind: 'type'; text: string } | { kind: 'photo' | 'unphoto' | 'hazard' | 'major' | 'leave' | 'item' | 'unitem' | 'begin' | 'finish' };
type Step = { kind: 'reload' | 'send' | 'submit' | 'open again' | 'the other sends' };
type Act = { kind: 'edit'; edit: Edit } | Step | { kind: 'meanwhile'; edit: Edit };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.string({ maxLength: 5 }).map((text) => ({ kind: 'type' as const, text })),
  fc.constantFrom<Edit>(
    { kind: 'photo' },
    { kind: 'unphoto' },
    { kind: 'hazard' },
    { kind: 'major' },
    { kind: 'leave' },
    { kind: 'item' },
    { kind: 'unitem' },
    { kind: 'begin' },
    { kind: 'finish' },
  ),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: edit.map((one) => ({ kind: 'edit' as const, edit: one })) },
  { weight: 1, arbitrary: edit.map((one) => ({ kind: 'meanwhile' as const, edit: one })) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Act>(
      ...(['reload', 'send', 'send', 'send', 'submit', 'open again', 'the other sends'] as const).map((kind) => ({ kind })),
    ),
  },
);

/** A phone with one visit, as the page has it; `other` is a page of the same visit that was left or is open beside it. */
class Phone {
  kept = JSON.stringify(newDraft());
  here = newDraft();
  other: VisitDraft | null = null;
  said = '';
  #number = 0;

  edit(edit: Edit): void {
    const { here } = this;
    const { kind } = edit;
    if (here.status === 'submitted') return;
    if (kind === 'type') here.log = edit.text;
    if (kind === 'photo') here.photos.push(photo((this.#number += 1)));
    if (kind === 'unphoto') here.gone.photos.push(...here.photos.splice(0, 1).map(({ id }) => id));
    if (kind === 'hazard' || kind === 'major') {
      const severity = kind === 'major' ? ('major' as const) : ('general' as const);
      here.hazards.push({ ...blankHazard(`h${(this.#number += 1)}`), severity, title: '隐患', description: '描述' });
    }
    if (kind === 'begin') here.writing ??= { ...blankHazard(`h${(this.#number += 1)}`), title: '隐患', description: '写了一半' };
    if (kind === 'finish' && here.writing) {
      here.hazards.push(here.writing);
      here.writing = null;
    }
    if (kind === 'item') here.items.push({ ...here.items[0]!, id: `i${(this.#number += 1)}own`, task_item: null });
    if (kind === 'unitem') {
      const own = here.items.findIndex(({ task_item }) => task_item === null);
      if (own !== -1) here.gone.items.push(...here.items.splice(own, 1).map(({ id }) => id));
    }
    if (kind === 'leave') here.gone.people.push(...here.people.splice(0, 1).map(({ id }) => id));
    here.revision += 1;
    here.writer = 'here';
    this.keep(here);
  }

  keep(now: VisitDraft): void {
    this.kept = JSON.stringify(mergeKept(JSON.parse(JSON.stringify(now)) as VisitDraft, reviveDraft(this.kept)).kept);
  }

  /** One round, unless what lies on the phone is newer. */
  async send(now: VisitDraft, submit: boolean, force: boolean, server: FaultyVisitServer): Promise<void> {
    const { kept, taken } = mergeKept(now, reviveDraft(this.kept));
    if (!taken) return;
    now.server_updated = kept.server_updated;
    const keep = async (one: VisitDraft): Promise<void> => this.keep(one);
    const { kind } = await syncOnce(submit ? handedIn(now) : now, force, { server, keep, bytes: async () => new Blob(['whole']), now: () => 'now' });
    if (now === this.here) this.said = kind;
  }
}

describe('sending from a phone', () => {
  it('whatever is typed, lost, repeated, reloaded, open twice or handed in: the server ends with the last of it, once, or the phone tells what did not come along', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 30 }),
        fc.infiniteStream(fc.constantFrom<Fate>('ok', 'ok', 'lost', 'unanswered')),
        async (acts, fates) => {
          let calm = false;
          const server = new FaultyVisitServer(() => (calm ? 'ok' : (fates.next().value as Fate)));
          const phone = new Phone();
          const run = async (one: Act): Promise<void> => {
            if (one.kind === 'meanwhile') {
              server.meanwhile = () => {
                server.meanwhile = () => undefined;
                phone.edit(one.edit);
              };
            } else if (one.kind === 'edit') phone.edit(one.edit);
            else if (one.kind === 'reload') phone.here = reviveDraft(phone.kept);
            else if (one.kind === 'open again') phone.other = reviveDraft(phone.kept);
            else if (one.kind === 'the other sends') await (phone.other && phone.send(phone.other, false, false, server));
            else await phone.send(phone.here, one.kind === 'submit', false, server);
          };
          for (const one of acts) await run(one);
          calm = true;
          server.meanwhile = () => undefined;
          phone.here = reviveDraft(phone.kept);
          if (phone.here.writing) {
            await phone.send(phone.here, false, true, server);
            await phone.send(phone.here, true, true, server);
            expect(['partly', 'late']).toContain(phone.said);
            if (phone.said === 'late') return;
            phone.edit({ kind: 'finish' });
          }
          // The first round may only find out what had arrived.
          await phone.send(phone.here, false, true, server);
          await phone.send(phone.here, true, true, server);
          expect(['synced', 'late']).toContain(phone.said);
          expect(server.visit?.status).toBe('submitted');
          for (const { id, file } of server.rows.values()) if (id.startsWith('f')) expect(server.files.get(file as string)).toBe(5);
          if (phone.said === 'late') return;

          const { here } = phone;
          expect(server.visit).toMatchObject({ id: 'v', log: here.log.trim() === '' ? null : here.log });
          const expected = [...here.items, ...here.people, ...here.photos, ...here.hazards].map(({ id }) => id);
          expect([...server.rows.keys()].sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  const calm = (server: FaultyVisitServer) => ({ server, bytes: async () => new Blob(['whole']), keep: async () => undefined, now: () => 'now' });

  it('tells of a visit that is there and not to be seen, instead of sending it for ever', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    server.visit = { id: 'v' };
    const { look } = server;
    server.look = async (id) => ({ ...((await look(id)) as ServerCopy), ids: [] });
    const told = await syncOnce(newDraft(), false, calm(server));
    expect(told).toMatchObject({ kind: 'refused', faults: [{ message: expect.stringContaining('您现在不能查看或修改它') as string }] });
    server.look = look;
    expect((await syncOnce(newDraft(), true, calm(server))).kind).toBe('synced');
  });

  it('tells of a row that somebody has moved away from the visit, and looks again for one that has just arrived', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const phone = newDraft();
    await syncOnce(phone, false, calm(server));
    phone.hazards.push({ ...blankHazard('h'), title: '隐患', description: '描述' });
    phone.revision += 1;
    server.change = async () => ({ kind: 'exists' });
    expect(await syncOnce(phone, false, calm(server))).toMatchObject({
      kind: 'refused',
      faults: [{ message: expect.stringContaining('已不属于这份记录') as string }],
    });
    server.change = async () => {
      server.rows.set('h', { id: 'h' });
      return { kind: 'exists' };
    };
    expect(await syncOnce(phone, false, calm(server))).toEqual({ kind: 'local', again: true });
  });

  it('sends a picture again that broke off half-way, instead of taking its row for the picture', async () => {
    const fates: Fate[] = ['ok', 'unanswered'];
    const server = new FaultyVisitServer(() => fates.shift() ?? 'ok');
    const phone = newDraft();
    phone.photos.push(photo(1));
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('offline');
    expect(server.files.get('file1')).toBeNull();
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('synced');
    expect(server.files.get('file1')).toBe(5);
  });

  it('reports a major hazard before the pictures, and the pictures after it', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const phone = newDraft();
    phone.photos.push(photo(1));
    phone.hazards.push({ ...blankHazard('h'), severity: 'major', title: '隐患', description: '描述' });
    expect(hasUnsentMajor(phone)).toBe(true);
    expect((await syncOnce(handedIn(phone), false, calm(server))).kind).toBe('synced');
    expect(server.requests).toEqual(['create', 'upload', 'change']);
    expect(server.visit?.status).toBe('submitted');
    expect([hasUnsentMajor(phone), server.rows.has('f1')]).toEqual([false, true]);
  });

  it('a major hazard that went ahead leaves the draft unsent until its pictures are there', async () => {
    const fates: Fate[] = ['ok', 'ok', 'lost'];
    const server = new FaultyVisitServer(() => fates.shift() ?? 'ok');
    const phone = { ...newDraft(), revision: 3 };
    phone.photos.push(photo(1));
    phone.hazards.push({ ...blankHazard('h'), severity: 'major', title: '隐患', description: '描述' });
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('offline');
    expect([server.rows.has('h'), isUnsent(phone)]).toEqual([true, true]);
  });

  it('recognises a submission of its own that went unanswered, and repeats one that never arrived', async () => {
    for (const fate of ['lost', 'unanswered'] as const) {
      const fates: Fate[] = ['ok', 'ok', 'ok', fate];
      const server = new FaultyVisitServer(() => fates.shift() ?? 'ok');
      const phone = { ...newDraft(), revision: 1 };
      await syncOnce(phone, false, calm(server));
      expect((await syncOnce(handedIn(phone), false, calm(server))).kind).toBe('offline');
      expect([phone.status, isUnsent(phone)]).toEqual(['draft', true]);
      expect((await syncOnce(phone, false, calm(server))).kind).toBe('synced');
      expect([phone.status, server.visit?.status, isUnsent(phone)]).toEqual(['submitted', 'submitted', false]);
    }
  });

  it('tells what was typed after a submission that had arrived: it neither tries for ever nor counts it as sent', async () => {
    const fates: Fate[] = ['ok', 'unanswered'];
    const server = new FaultyVisitServer(() => fates.shift() ?? 'ok');
    const phone = { ...newDraft(), revision: 1 };
    await syncOnce(handedIn(phone), false, calm(server));
    Object.assign(phone, { log: '又写了一句', revision: 2 });
    for (const _ of [1, 2]) expect((await syncOnce(phone, false, calm(server))).kind).toBe('late');
    expect([phone.status, isUnsent(phone), server.visit?.log]).toEqual(['submitted', true, null]);
  });

  it('a submission by somebody else is not taken for its own', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const phone = { ...newDraft(), revision: 1 };
    await syncOnce(phone, false, calm(server));
    server.own = false;
    await server.change('v', { ...nothing(), status: 'submitted' });
    Object.assign(phone, { log: '还没有上传', revision: 2, unanswered: 2 });
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('late');
  });

  it('what the server refuses is not handed in again by itself', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    server.create = async () => ({ kind: 'refused', faults: [] });
    const phone = newDraft();
    expect((await syncOnce(handedIn(phone), false, calm(server))).kind).toBe('refused');
    expect(phone.handingIn).toBe(false);
  });

  it('takes away with the next request what was removed while one was under way', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const phone = newDraft();
    phone.photos.push({ ...photo(1), uploaded: true });
    await syncOnce(phone, false, calm(server));
    server.meanwhile = () => {
      phone.gone.photos.push(...phone.photos.splice(0).map(({ id }) => id));
      phone.revision += 1;
    };
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('local');
    server.meanwhile = () => undefined;
    await syncOnce(phone, false, calm(server));
    expect(server.rows.has('f1')).toBe(false);
  });

  it('asks about a change under the same login on another device, and not about an answer that was lost', async () => {
    const fates: Fate[] = ['ok', 'ok', 'ok', 'unanswered'];
    const server = new FaultyVisitServer(() => fates.shift() ?? 'ok');
    const phone = newDraft();
    await syncOnce(phone, false, calm(server));
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('offline');
    expect((await syncOnce(phone, false, calm(server))).kind).toBe('synced');
    await server.change('v', { ...nothing(), remarks: '在另一台手机上写的' });
    phone.remarks = '在这台手机上写的';
    expect(await syncOnce(phone, false, calm(server))).toMatchObject({ kind: 'conflict', own: true, by: '' });
    expect(server.visit?.remarks).toBe('在另一台手机上写的');
  });

  it('a picture that cannot be read from the phone is told, and stops no other round', async () => {
    const phone = newDraft();
    phone.photos.push(photo(1));
    const bytes = async (): Promise<Blob> => await Promise.reject(new Error('the connection to the database was lost'));
    expect(await syncOnce(phone, false, { ...calm(new FaultyVisitServer(() => 'ok')), bytes })).toMatchObject({ kind: 'refused' });
  });

  it('does not overwrite what somebody else has changed meanwhile, unless told to', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const means = { server, bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    const phone = newDraft();
    await syncOnce(phone, false, means);
    server.own = false;
    await server.change('v', { ...nothing(), remarks: '别人写的' });
    phone.remarks = '我写的';
    expect(await syncOnce(phone, false, means)).toMatchObject({
      ...{ kind: 'conflict', own: false, by: '刘示例' },
      differences: [{ field: 'remarks', theirs: '别人写的' }],
    });
    expect(server.visit?.remarks).toBe('别人写的');
    expect((await syncOnce(phone, true, means)).kind).toBe('synced');
    expect(server.visit?.remarks).toBe('我写的');
  });

  it('sends its own beside what somebody else has written elsewhere meanwhile, without a question', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const means = { server, bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    const phone = newDraft();
    await syncOnce(phone, false, means);
    server.own = false;
    await server.change('v', { ...nothing(), remarks: '别人写的' });
    phone.log = '我写的';
    expect((await syncOnce(phone, false, means)).kind).toBe('synced');
    expect(server.visit).toMatchObject({ remarks: '别人写的', log: '我写的' });
    expect(phone.remarks).toBe('别人写的');
  });

  it('sends everything but what somebody is in the middle of writing, and keeps that', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    let kept = '';
    const means = { server, bytes: async () => undefined, keep: async (now: VisitDraft) => void (kept = JSON.stringify(now)), now: () => 'now' };
    const phone = newDraft();
    Object.assign(phone.items[0]!, { result: 'missing', problem: '阀门' });
    Object.assign(phone, { log: '上午看台账', revision: 1 });
    phone.figures.reward_amount_wan = '1.';
    expect(await syncOnce(phone, false, means)).toEqual({ kind: 'partly' });
    expect(server.visit?.log).toBe('上午看台账');
    expect(server.rows.get('i1')).not.toHaveProperty('problem');
    const again = JSON.parse(kept) as VisitDraft;
    expect([again.items[0]?.problem, again.revision > again.acknowledged]).toEqual(['阀门', true]);
    Object.assign(again.items[0]!, { problem: '3号釜出口阀门法兰渗漏', suggestion: '停用并更换垫片后试压' });
    again.figures.reward_amount_wan = '1.5';
    expect((await syncOnce(again, false, means)).kind).toBe('synced');
    expect(server.rows.get('i1')).toMatchObject({ result: 'missing', problem: '3号釜出口阀门法兰渗漏' });
  });

  it('says when a picture is no longer on the phone, instead of sending without it', async () => {
    const phone = newDraft();
    phone.photos.push({ id: 'f', file: 'file', uploaded: false, taken_at: '', taken_location: null, item: null, hazard: null });
    const means = { server: new FaultyVisitServer(() => 'ok'), bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    expect(await syncOnce(phone, false, means)).toMatchObject({ kind: 'refused' });
  });
});
