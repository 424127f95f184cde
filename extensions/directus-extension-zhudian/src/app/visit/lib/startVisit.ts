import { emptyDraft } from './emptyDraft.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import type { DraftItem, VisitDraft } from './VisitDraft.ts';
import type { VisitKeeper } from './VisitKeeper.ts';

type Memory = Pick<VisitKeeper, 'remember' | 'remembered'>;

interface Checklist {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly items: readonly Pick<DraftItem, 'task_item' | 'sort' | 'content' | 'standard' | 'basis'>[];
}
interface Team {
  readonly members: readonly { readonly inspector: { readonly id: string; readonly name: string; readonly level: 'city' | 'county' } }[];
}

/**
 * A new visit of an enterprise on a day: its checklist and its team in force. Without a network it starts from what was seen of the
 * enterprise before.
 */
export async function startVisit(enterprise: string, day: string, api: HttpClient, keeper: Memory): Promise<VisitDraft> {
  const checklist = await recall<Checklist>(keeper, `checklist/${enterprise}`, async () => {
    const { data } = await api.get('/zhudian/checklist', { params: { enterprise, day } });
    return data.data as Checklist;
  });
  const teams = await recall<Team[]>(keeper, `team/${enterprise}`, async () => {
    const filter = {
      _and: [
        { enterprise: { _eq: enterprise } },
        { valid_from: { _lte: day } },
        { _or: [{ valid_to: { _null: true } }, { valid_to: { _gte: day } }] },
      ],
    };
    const { data } = await api.get('/items/teams', {
      params: { filter, fields: ['members.inspector.id', 'members.inspector.name', 'members.inspector.level'] },
    });
    return data.data as Team[];
  });
  return emptyDraft({
    id: crypto.randomUUID(),
    client_key: crypto.randomUUID(),
    enterprise: checklist.enterprise,
    visited_on: day,
    items: checklist.items.map(({ task_item, sort, content, standard, basis }) => ({
      ...{ id: crypto.randomUUID(), task_item, sort, content, standard, basis },
      ...{ result: null, implementation: '', problem: '', suggestion: '' },
    })),
    people: (teams[0]?.members ?? []).map(({ inspector }) => ({
      ...{ id: crypto.randomUUID(), inspector: inspector.id, name: inspector.name, level: inspector.level },
      ...{ team: true, signature: null, signatureUploaded: false },
    })),
  });
}

async function recall<T>(keeper: Memory, name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    await keeper.remember(name, answer);
    return answer;
  } catch (error) {
    const known = (error as { response?: unknown }).response ? undefined : await keeper.remembered<T>(name);
    if (known === undefined) throw error;
    return known;
  }
}
