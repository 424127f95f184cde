import { folders } from '../../../../../../schema/folders.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { readVisit } from './readVisit.ts';
import type { ServerFault } from './SyncState.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { Outcome, ServerCopy, VisitServer } from './VisitServer.ts';

/** Milliseconds after which a request counts as unanswered: a network that swallows it would keep all others waiting. */
const TIMEOUT = 15_000;
const UPLOAD_TIMEOUT = 120_000;

interface Failure {
  readonly response?: { readonly status: number; readonly data?: { readonly errors?: readonly ApiError[] } };
}

interface ApiError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly collection?: string; readonly field?: string; readonly rule?: string };
}

interface Stored {
  readonly id: string;
  readonly status: VisitDraft['status'];
  readonly date_updated: string | null;
  readonly user_updated: { readonly id: string } | string | null;
  readonly items: readonly { readonly id: string }[];
  readonly inspectors: readonly { readonly id: string }[];
  readonly photos: readonly { readonly id: string }[];
  readonly hazards: readonly { readonly id: string; readonly photos_before: readonly { readonly id: string }[] }[];
}

const BELOW = ['items.id', 'inspectors.id', 'photos.id', 'hazards.id', 'hazards.photos_before.id'];
const EVERYTHING = Object.fromEntries(['items', 'inspectors', 'photos', 'hazards'].map((list) => [list, { _limit: -1 }]));
const ANSWER = { params: { fields: ['date_updated'] }, timeout: TIMEOUT };

/** The server as the panel's own API client reaches it. */
export function httpVisitServer(api: HttpClient, user: string): VisitServer {
  const saved = async (request: Promise<{ data: { data: unknown } }>): Promise<Outcome> =>
    await request.then(({ data }) => ({ kind: 'done', updated: (data.data as { date_updated: string | null }).date_updated }), explain);
  return {
    look: async (id) => {
      try {
        const params = { fields: ['id', 'status', 'date_updated', 'user_updated.id', ...BELOW], deep: EVERYTHING };
        const { data } = await api.get(`/items/visits/${id}`, { params, timeout: TIMEOUT });
        return copyOf(data.data as Stored, user);
      } catch (error) {
        const outcome = explain(error);
        if (outcome.kind === 'loggedOut') return 'loggedOut';
        // Directus tells a missing item and a hidden one alike.
        return outcome.kind === 'refused' ? { updated: null, own: true, status: 'draft', ids: [] } : 'unreachable';
      }
    },
    writer: async (id) =>
      await api.get(`/zhudian/visits/${id}/names`, { timeout: TIMEOUT }).then(
        ({ data }) => (data.data as { changed_by: string | null }).changed_by ?? '',
        () => '',
      ),
    read: async (id) => await readVisit(api, id).catch(() => 'unreachable' as const),
    create: async (payload) => await saved(api.post('/items/visits', payload, ANSWER)),
    change: async (id, payload) => await saved(api.patch(`/items/visits/${id}`, payload, ANSWER)),
    upload: async (file, bytes, about, draft) => {
      const form = new FormData();
      form.append('id', file);
      form.append('folder', folders.photos);
      form.append('title', `${draft.enterprise.name} ${draft.visited_on}`);
      if (about) form.append('taken_at', about.taken_at);
      if (about?.taken_location) form.append('taken_location', JSON.stringify(about.taken_location));
      form.append('file', bytes, `${draft.visited_on}-${file.slice(0, 8)}.${bytes.type === 'image/png' ? 'png' : 'jpg'}`);
      return await api.post('/files', form, { timeout: UPLOAD_TIMEOUT }).then(() => ({ kind: 'done', updated: null }), explain);
    },
    sizeOf: async (file) => {
      try {
        const { data } = await api.get(`/files/${file}`, { params: { fields: ['filesize'] }, timeout: TIMEOUT });
        const { filesize } = data.data as { filesize: number | string | null };
        return filesize === null ? null : Number(filesize);
      } catch (error) {
        const { kind } = explain(error);
        return kind === 'unreachable' || kind === 'loggedOut' ? kind : null;
      }
    },
    removeFile: async (file) => await api.delete(`/files/${file}`, { timeout: TIMEOUT }).then(() => ({ kind: 'done', updated: null }), explain),
  };
}

function copyOf(stored: Stored, user: string): ServerCopy {
  const { id, status, date_updated, user_updated, items, inspectors, photos, hazards } = stored;
  return {
    updated: date_updated,
    own: (typeof user_updated === 'object' ? user_updated?.id : user_updated) === user,
    status,
    ids: [
      id,
      ...[items, inspectors, photos, hazards, hazards.flatMap(({ photos_before }) => photos_before)].flatMap((rows) => rows.map((row) => row.id)),
    ],
  };
}

function explain(error: unknown): Outcome {
  const { response } = error as Failure;
  if (!response || response.status >= 500 || response.status === 429 || response.status === 408) return { kind: 'unreachable' };
  const errors = response.data?.errors ?? [];
  const codes = errors.map(({ extensions }) => extensions?.code);
  if (response.status === 401 || codes.includes('TOKEN_EXPIRED') || codes.includes('INVALID_CREDENTIALS')) return { kind: 'loggedOut' };
  if (codes.includes('RECORD_NOT_UNIQUE')) return { kind: 'exists' };
  const faults: ServerFault[] = errors.map(({ message, extensions }) => ({
    collection: extensions?.collection ?? null,
    field: extensions?.field ?? null,
    ...(extensions?.rule ? { rule: extensions.rule } : {}),
    message,
  }));
  return { kind: 'refused', faults };
}
