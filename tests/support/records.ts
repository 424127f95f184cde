import { done } from './answers.ts';
import type { Api } from './Api.ts';
import type { RuleWorld } from './ruleWorld.ts';
import { PIXEL } from './pixel.ts';

type Row = Record<string, unknown>;

/** What a hazard is, and how it is put right. */
export const FACTS = { title: '储罐液位计失灵', description: '罐区V-201储罐液位计指示为零，实际液位偏高', place: '罐区V-201' };
export const PLAN = { measures: '更换液位计并标定', responsible_person: '设备科长', deadline: '2027-06-30' };

/** Rows as offices enter them. */
export interface Records {
  /** Enters a row, as the city unless somebody else is named; resolves with its key. */
  readonly make: (path: string, row: Row, by?: Api) => Promise<string>;
  readonly hazard: (change?: Row, by?: Api) => Promise<string>;
  /** Uploads a small picture; resolves with its key. */
  readonly upload: (by: Api) => Promise<string>;
}

/** @param world is asked when something is entered: tests have it only once their stack is up */
export function records(world: () => RuleWorld): Records {
  const make: Records['make'] = async (path, row, by = world().city) => done(await by.send<{ id: string }>('POST', `/items/${path}`, row)).id;
  return {
    make,
    hazard: async (change = {}, by = world().city) =>
      await make('hazards', { enterprise: world().enterprise, found_on: '2025-06-03', ...FACTS, ...PLAN, ...change }, by),
    upload: async (by) => await by.upload(PIXEL, '现场.png', 'image/png'),
  };
}
