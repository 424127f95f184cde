import type { Row } from '../insertRows.ts';
import { counties, countyId } from '../reference/counties.ts';
import { seedId } from '../seedId.ts';
import { personName } from './personName.ts';
import type { Random } from './Random.ts';

/** One contact a county for the monthly report (annex 5); the last county has not named any yet. */
export function makeContacts(random: Random): Row[] {
  return counties.slice(0, -1).map((county, index) => ({
    id: seedId('demo', 'contact', county.code),
    county: countyId(county.code),
    name: personName(random),
    position: `${county.name}工业和信息化局 科员`,
    phone: `0537-000${2000 + index}`,
    email: `contact${index + 1}@county.example`,
    is_primary: true,
    status: 'active',
  }));
}
