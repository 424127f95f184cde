import type { FieldFault } from '../errors/FieldFault.ts';
import { nameFault } from '../text/nameFault.ts';
import { phoneFault } from '../people/phone.ts';
import { isBlank } from '../text/isBlank.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { creditCodeFault } from './creditCode.ts';

const TEXTS = [
  ['name', '企业名称', 200],
  ['address', '地址', 300],
  ['legal_representative', '法定代表人', 64],
  ['safety_manager', '安全负责人', 64],
] as const;

/** An enterprise as it would stand after a save, normalised. */
export type EnterpriseDraft = Readonly<Record<string, unknown>>;

/** Everything wrong with an enterprise; empty when it may be saved. Source: notice, annex 1; GB 32100-2015. */
export function validateEnterprise(enterprise: EnterpriseDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (isBlank(enterprise.name)) faults.push({ field: 'name', rule: 'enterprise.name.required', message: '请填写企业名称，与营业执照一致' });
  for (const [field, label, limit] of TEXTS) {
    const value = enterprise[field];
    const fault = typeof value === 'string' ? plainTextFault(value, label, limit) : null;
    if (fault) faults.push({ field, rule: `enterprise.${field}.plain`, message: fault });
    const nobody = field !== 'name' && field !== 'address' && typeof value === 'string' && !isBlank(value) && !fault ? nameFault(value, label) : null;
    if (nobody) faults.push({ field, rule: `enterprise.${field}.name`, message: nobody });
  }
  const code = typeof enterprise.uscc === 'string' && enterprise.uscc !== '' ? creditCodeFault(enterprise.uscc) : null;
  if (code) faults.push({ field: 'uscc', rule: 'enterprise.uscc.shape', message: code });
  const phone = typeof enterprise.phone === 'string' && enterprise.phone !== '' ? phoneFault(enterprise.phone) : null;
  if (phone) faults.push({ field: 'phone', rule: 'enterprise.phone.shape', message: phone });
  return faults;
}
