import type { VisitDraft } from '../VisitDraft.ts';
import type { Outcome, VisitServer } from '../VisitServer.ts';
import { newDraft } from './newDraft.ts';

type Row = Record<string, unknown> & { id: string };
export type Fate = 'ok' | 'lost' | 'unanswered';
/** The lists below a visit. */
export const LISTS = ['items', 'inspectors', 'photos', 'hazards'] as const;

/**
 * A server that keeps what Directus would: one visit, rows under their ids, nothing more once it is handed in. Each request may be lost on
 * its way there or back; an upload that goes unanswered may have broken off half-way, after its row.
 */
export class FaultyVisitServer implements VisitServer {
  visit: Row | null = null;
  readonly rows = new Map<string, Row>();
  readonly files = new Map<string, number | null>();
  readonly requests: string[] = [];
  own = true;
  /** What somebody does on the phone while a request is under way. */
  meanwhile: () => void = () => undefined;
  #clock = 0;
  readonly #fate: () => Fate;

  constructor(fate: () => Fate) {
    this.#fate = fate;
  }

  look: VisitServer['look'] = async () => {
    if (this.#fate() !== 'ok') return 'unreachable';
    return {
      updated: (this.visit?.updated as string | undefined) ?? null,
      own: this.own,
      status: (this.visit?.status as VisitDraft['status'] | undefined) ?? 'draft',
      ids: this.visit ? [this.visit.id, ...this.rows.keys()] : [],
    };
  };
  writer: VisitServer['writer'] = async () => '刘示例';
  /** As the tests need it: the visit's own texts. */
  read: VisitServer['read'] = async () => {
    if (this.#fate() !== 'ok') return 'unreachable';
    const { log, remarks } = (this.visit ?? {}) as { log?: string | null; remarks?: string | null };
    const below = [...this.rows.values()];
    const draft = newDraft();
    return {
      ...draft,
      log: log ?? '',
      remarks: remarks ?? '',
      items: draft.items.filter(({ id }) => below.some((row) => row.id === id)),
      people: draft.people.filter(({ id }) => below.some((row) => row.id === id)),
    };
  };
  create: VisitServer['create'] = (payload) =>
    this.#answer('create', () => {
      if (this.visit) return { kind: 'exists' };
      this.visit = { id: payload.id as string };
      return this.#write(payload);
    });
  change: VisitServer['change'] = (_, payload) => this.#answer('change', () => this.#write(payload));
  upload: VisitServer['upload'] = (file, { size }) =>
    this.#answer('upload', (fate) => {
      if (this.files.has(file)) return { kind: 'exists' };
      this.files.set(file, fate === 'ok' ? size : null);
      return { kind: 'done', updated: null };
    });
  sizeOf: VisitServer['sizeOf'] = async (file) => (this.#fate() === 'ok' ? (this.files.get(file) ?? null) : 'unreachable');
  removeFile: VisitServer['removeFile'] = (file) =>
    this.#answer('remove', () => {
      this.files.delete(file);
      return { kind: 'done', updated: null };
    });

  async #answer(request: string, work: (fate: Fate) => Outcome): Promise<Outcome> {
    this.requests.push(request);
    const fate = this.#fate();
    this.meanwhile();
    if (fate === 'lost') return { kind: 'unreachable' };
    const outcome = work(fate);
    return fate === 'ok' ? outcome : { kind: 'unreachable' };
  }

  #write(payload: Record<string, unknown>): Outcome {
    if (this.visit?.status === 'submitted') return { kind: 'refused', faults: [] };
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
    this.visit = { ...this.visit, ...own, id: this.visit?.id ?? '', updated: String(++this.#clock).padStart(4, '0') };
    return { kind: 'done', updated: this.visit.updated as string };
  }
}
