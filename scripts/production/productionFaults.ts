import type pg from 'pg';
import { seedId } from '../provision/seedId.ts';
import { installationTexts } from '../texts/installationTexts.ts';
import { readInstallation } from './Installation.ts';

/** What must not be in an office's own installation, each with its remedy; empty is well. */
export async function productionFaults(directus: pg.Client): Promise<string[]> {
  const { rows: clocks } = await directus.query("SELECT 1 FROM zhudian_clock WHERE ahead <> interval '0'");
  const { rows: demo } = await directus.query('SELECT 1 FROM inspectors WHERE id = $1', [seedId('demo', 'inspector', '370811-0')]);
  const drilled = (await readInstallation(directus))?.drill_since;
  return [
    ...(clocks.length > 0 ? [installationTexts.clock()] : []),
    ...(demo.length > 0 ? [installationTexts.demo()] : []),
    ...(drilled ? [installationTexts.drilled(drilled.toISOString())] : []),
  ];
}
