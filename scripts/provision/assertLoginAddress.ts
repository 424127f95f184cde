import { createRequire } from 'node:module';
import { join } from 'node:path';
import { StackError } from '../stack/StackError.ts';
import { settingTexts } from '../texts/settingTexts.ts';

interface Joi {
  string(): { email(): { validate(value: string): { readonly error?: Error } } };
}

/**
 * Refuses an administrator's address that Directus takes for none (of a domain that the internet does not have), by Directus's own measure: it is asked
 * in the middle of a first start otherwise, which leaves a database without an administrator.
 */
export function assertLoginAddress(repository: string, email: string): void {
  const joi = createRequire(join(repository, 'node_modules/@directus/api/package.json'))('joi') as Joi;
  if (joi.string().email().validate(email).error) throw new StackError(settingTexts.noLogin(email), settingTexts.noLoginRemedy());
}
