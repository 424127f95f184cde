import type { FieldFault } from '../errors/FieldFault.ts';
import type { Actor } from '../states/Steps.ts';

/** What the city was told of at once is the city's to take back. */
export function majorVoidFaults(
  hazard: { readonly severity: string; readonly reported_at: unknown },
  change: { readonly status?: unknown },
  actor: Actor,
): FieldFault[] {
  if (change.status !== 'void' || (hazard.severity !== 'major' && hazard.reported_at === null)) return [];
  if (actor === 'city' || actor === 'administrator') return [];
  return [{ field: 'status', rule: 'hazard.void.major', message: '重大事故隐患已直报市级，只能由市级作废；请联系市化工专项行动办并说明原因' }];
}
