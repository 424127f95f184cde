import { createStore, del, delMany, entries, get, keys, set, update, type UseStore } from 'idb-keyval';
import { isUnsent } from './isUnsent.ts';
import { mergeKept } from './mergeKept.ts';
import { reviveDraft } from './reviveDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** The phone's own memory: drafts and pictures, each under the login they belong to, so that another person on the same phone sees none. */
export class VisitKeeper {
  readonly #user: string;
  readonly #store: UseStore;

  constructor(user: string) {
    this.#user = user;
    this.#store = createStore('zhudian', 'visits');
  }

  /**
   * Keeps a draft, unless a newer one is there: another page of the same visit has gone on writing.
   *
   * @returns what is kept now, and whether it is the draft given
   * @throws when the browser has no storage left or allows none; the page says so
   */
  async keep(draft: VisitDraft): Promise<ReturnType<typeof mergeKept>> {
    let outcome: ReturnType<typeof mergeKept> = { kept: draft, taken: true };
    const decide = (before: string | undefined): string => {
      outcome = mergeKept(draft, before === undefined ? undefined : reviveDraft(before));
      return JSON.stringify(outcome.kept);
    };
    await update<string>(this.#key('draft', draft.id), decide, this.#store);
    return outcome;
  }

  async read(id: string): Promise<VisitDraft | undefined> {
    const text = await get<string>(this.#key('draft', id), this.#store);
    return text === undefined ? undefined : reviveDraft(text);
  }

  /** Drafts that the server still has to be told of. */
  async unsent(): Promise<VisitDraft[]> {
    const all = await entries<string, string>(this.#store);
    return all
      .filter(([key]) => key.startsWith(this.#key('draft', '')))
      .map(([, text]) => reviveDraft(text))
      .filter(isUnsent);
  }

  async keepBytes(file: string, bytes: Blob): Promise<void> {
    await set(this.#key('bytes', file), bytes, this.#store);
  }

  async bytes(file: string): Promise<Blob | undefined> {
    return await get<Blob>(this.#key('bytes', file), this.#store);
  }

  /** Lets go of a picture that nothing shows any more. Where that fails it takes some room, and nothing else. */
  async forgetBytes(file: string): Promise<void> {
    await del(this.#key('bytes', file), this.#store).catch(() => undefined);
  }

  /** Forgets a visit that the server has whole, with its pictures; not what another page has written since. */
  async forget(draft: VisitDraft): Promise<void> {
    if (!mergeKept(draft, await this.read(draft.id)).taken) return;
    const files = [...draft.photos.map(({ file }) => file), ...draft.people.map(({ signature }) => signature ?? '')];
    await delMany(
      files.map((file) => this.#key('bytes', file)),
      this.#store,
    );
    await this.forgetDraft(draft.id);
  }

  /** Lets go of a draft whose pictures go on in another one. */
  async forgetDraft(id: string): Promise<void> {
    await del(this.#key('draft', id), this.#store);
  }

  /** Answers that are needed again without a network: checklists, teams. */
  async remember(name: string, value: unknown): Promise<void> {
    await set(this.#key('answer', name), JSON.stringify(value), this.#store);
  }

  async remembered<T>(name: string): Promise<T | undefined> {
    const text = await get<string>(this.#key('answer', name), this.#store);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  /** Whether the browser keeps anything at all. */
  async works(): Promise<boolean> {
    return await keys(this.#store).then(
      () => true,
      () => false,
    );
  }

  #key(kind: 'draft' | 'bytes' | 'answer', name: string): string {
    return `${this.#user}/${kind}/${name}`;
  }
}
