import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { emailFault } from '../mail/email.ts';
import { nameFault } from '../text/nameFault.ts';
import { phoneFault } from './phone.ts';

const TEXTS = [
  ['name', '姓名', 64],
  ['organisation', '单位', 200],
  ['position', '单位、职务', 200],
] as const;

/** An inspector or a contact as they would stand after a save, normalised. */
export type PersonDraft = Readonly<Record<string, unknown>>;

/**
 * Everything wrong with an inspector or a contact; empty when they may be saved.
 *
 * @param kind names the rules: `inspector`, `contact`
 * Source: notice, annexes 1 and 5.
 */
export function validatePerson(kind: 'inspector' | 'contact', person: PersonDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (isBlank(person.name)) faults.push({ field: 'name', rule: `${kind}.name.required`, message: '请填写姓名' });
  for (const [field, label, limit] of TEXTS) {
    const value = person[field];
    const fault = typeof value === 'string' ? plainTextFault(value, label, limit) : null;
    if (fault) faults.push({ field, rule: `${kind}.${field}.plain`, message: fault });
  }
  const isShown = typeof person.name === 'string' && !isBlank(person.name) && !faults.some(({ field }) => field === 'name');
  const nobody = isShown ? nameFault(String(person.name), '姓名') : null;
  if (nobody) faults.push({ field: 'name', rule: `${kind}.name.name`, message: nobody });
  const phone = typeof person.phone === 'string' && person.phone !== '' ? phoneFault(person.phone) : null;
  if (phone) faults.push({ field: 'phone', rule: `${kind}.phone.shape`, message: phone });
  if (kind === 'contact' && isBlank(person.phone)) faults.push({ field: 'phone', rule: 'contact.phone.required', message: '请填写联系方式' });
  const email = typeof person.email === 'string' && person.email !== '' ? emailFault(person.email) : null;
  if (email) faults.push({ field: 'email', rule: `${kind}.email.shape`, message: email });
  if (kind === 'inspector' && person.level === 'county' && isBlank(person.county)) {
    faults.push({ field: 'county', rule: 'inspector.county.required', message: '县级驻点人员请选择所属县（市、区）' });
  }
  return faults;
}
