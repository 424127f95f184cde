import type { FieldFault } from '../../errors/FieldFault.ts';
import { nameFault } from '../../text/nameFault.ts';
import { quoted } from '../questions/quoted.ts';

/**
 * What keeps a text of a roster from naming a person, as a fault of its field; none where it names one, and where there is no text.
 *
 * @param label what the field is called, for the message
 */
export function nameFaults(field: string, label: string, name: string | null): FieldFault[] {
  const fault = name === null ? null : nameFault(name, label);
  return name === null || fault === null ? [] : [{ field, rule: 'roster.name', message: `${quoted(name)}不是姓名：${fault}` }];
}
