import { installationTexts } from '../texts/installationTexts.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { StackError } from '../stack/StackError.ts';
import { productionSince } from './productionMark.ts';

/** Refuses to open an office's data folder with settings of trying out, before anything is started: a lost `.env` must not bring the demo in. */
export function assertPurpose({ dataDir, production, drill }: Pick<StackConfig, 'dataDir' | 'production' | 'drill'>): void {
  const since = production ? undefined : productionSince(dataDir);
  if (since === undefined) return;
  throw new StackError(installationTexts.officeFolder(dataDir, since, drill ? 'drill' : 'development'), installationTexts.officeRemedy());
}
