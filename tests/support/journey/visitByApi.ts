import { done } from '../answers.ts';
import type { Api } from '../Api.ts';
import { signed } from '../signed.ts';

type Row = Record<string, unknown>;

/** An inspector's visit of a day as a form sends it, handed in: every item in place but those that are given, everybody of the team signed. */
export async function visitByApi(
  api: Api,
  enterprise: string,
  day: string,
  change: Row = {},
  lacking: Readonly<Record<number, Row>> = {},
): Promise<string> {
  const { items } = done(
    await api.send<{ items: { task_item: string; sort: number }[] }>('GET', `/zhudian/checklist?enterprise=${enterprise}&day=${day}`),
  );
  const teams = done(
    await api.send<{ members: { inspector: string }[] }[]>(
      'GET',
      `/items/teams?filter[enterprise][_eq]=${enterprise}&filter[valid_to][_null]=true&fields=members.inspector&sort=-valid_from&limit=1`,
    ),
  );
  const people = (teams[0]?.members ?? []).map(({ inspector }) => inspector);
  const inspectors = await signed(api, people);
  const { id } = done(
    await api.send<{ id: string }>('POST', '/items/visits', {
      enterprise,
      visited_on: day,
      arrived_at: `${day}T08:30:00+08:00`,
      left_at: `${day}T11:40:00+08:00`,
      log: '查阅全员责任清单和作业票台账，现场核查生产装置区和原料库，与车间负责人交换意见',
      items: items.map(({ task_item, sort }) => ({ task_item, sort, result: 'in_place', ...lacking[sort] })),
      inspectors,
      status: 'submitted',
      ...change,
    }),
  );
  return id;
}
