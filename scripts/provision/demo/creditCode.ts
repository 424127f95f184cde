import { creditCheckCharacter } from '@zhudian/core/enterprises/creditCode.ts';

/**
 * A unified social credit code with both its check characters.
 *
 * @param area six digits of the registering authority
 * @param body eight characters of the organisation
 * Source: GB 32100-2015, and GB 11714-1997 for the organisation's own check character.
 */
export function creditCode(area: string, body: string): string {
  const organisation = body + organisationCheck(body);
  const seventeen = `91${area}${organisation}`;
  return seventeen + creditCheckCharacter(seventeen);
}

function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * parseInt(body.charAt(index), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
