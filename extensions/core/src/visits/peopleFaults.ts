import type { FieldFault } from '../errors/FieldFault.ts';

/**
 * What is wrong with the people of a visit that is handed in: at least two, and each has signed.
 *
 * @param inspectors who was there, as keys
 * @param unsigned the names of those among them whose signature is missing
 * Source: notice, section one (两人一企), annex 3 (驻点监督人员签字).
 */
export function peopleFaults(inspectors: readonly string[], unsigned: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const people = new Set(inspectors).size;
  if (people < 2) {
    const message = `“两人一企”：提交时至少要有两名到场的驻点人员，现有 ${people} 名；请在“驻点人员”中补充`;
    faults.push({ field: 'inspectors', rule: 'visit.inspectors.pair', message });
  }
  if (unsigned.length > 0) {
    const message = `还没有签字：${unsigned.join('、')}；到场人员都须在“驻点人员”中签字后才能提交`;
    faults.push({ field: 'inspectors', rule: 'visit.inspectors.signed', message });
  }
  return faults;
}
