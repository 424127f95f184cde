import type { FieldFault } from '../errors/FieldFault.ts';
import { MailAddress } from '../mail/MailAddress.ts';
import { emailFault } from '../mail/email.ts';

/**
 * What is wrong with a county: its address gets a copy of every major hazard, and reminders, so it has to be one that mail can go to.
 *
 * @param county as it would be kept, its address normalised
 */
export function validateCounty(county: Readonly<Record<string, unknown>>): FieldFault[] {
  const { email } = county;
  if (typeof email !== 'string' || email === '') return [];
  const fault = emailFault(email) ?? MailAddress.safeParse(email).error?.issues[0]?.message;
  return fault === undefined ? [] : [{ field: 'email', rule: 'county.email.shape', message: fault }];
}
