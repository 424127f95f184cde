import type pg from 'pg';
import { insertRows } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';

/** A county or a zone that reports like one. */
export interface CountySeed {
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly email: string;
  readonly sort: number;
}

export const counties: readonly CountySeed[] = readReference<CountySeed[]>('counties');

/** The id a county has in every installation, by its code. */
export function countyId(code: string): string {
  return seedId('county', code);
}

export async function seedCounties(client: pg.ClientBase): Promise<number> {
  return await insertRows(
    client,
    'counties',
    counties.map((county) => ({ id: countyId(county.code), ...county, status: 'active', date_created: new Date() })),
  );
}
