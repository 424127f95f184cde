import { drawSignature } from '../../scripts/provision/drawSignature.ts';
import type { Api } from './Api.ts';

let seed = 0;

/** People as a visit names them, each with a signature that the caller has uploaded. */
export async function signed(api: Api, people: readonly (string | undefined)[]): Promise<{ inspector: string | undefined; signature: string }[]> {
  const rows = [];
  for (const inspector of people)
    rows.push({ inspector, signature: await api.upload(drawSignature((seed += 1)), `signature-${String(seed)}.png`, 'image/png') });
  return rows;
}
