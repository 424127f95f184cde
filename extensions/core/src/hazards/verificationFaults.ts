import type { FieldFault } from '../errors/FieldFault.ts';
import { isName } from '../text/isName.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import type { HazardDraft } from './HazardDraft.ts';

/**
 * What a verified hazard lacks: rectified is what somebody claims, verified is what another one saw. Who looked is named, and leaves a note
 * or a picture.
 *
 * @param pictured whether there is a picture of the rectified place that somebody else than who claims it has taken
 */
export function verificationFaults({ status, verified_by, verified_officer, verification }: HazardDraft, pictured: boolean): FieldFault[] {
  if (status !== 'verified') return [];
  const faults: FieldFault[] = [];
  if (isBlank(verified_by) && (typeof verified_officer !== 'string' || !isName(verified_officer))) {
    const message = '请写明谁到现场核验：选择驻点人员，或在“核验人（县级工作人员）”中填写到场的县级工作人员姓名';
    faults.push({ field: 'verified_by', rule: 'hazard.verified_by.required', message });
  }
  if (pictured) return faults;
  if (isBlank(verification)) {
    const message = '请填写核验情况（在现场看到了什么），或上传核验时拍摄的照片';
    faults.push({ field: 'verification', rule: 'hazard.verification.required', message });
  } else if (!isConcrete(String(verification))) {
    const message = `核验情况“${String(verification).slice(0, 20)}”不够具体：请写明查看的部位和看到的情况，或上传核验时拍摄的照片`;
    faults.push({ field: 'verification', rule: 'hazard.verification.concrete', message });
  }
  return faults;
}
