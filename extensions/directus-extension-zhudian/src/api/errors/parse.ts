import type { z } from 'zod/v4';
import { InvalidRequestError } from './errors.ts';

/** A request read by its schema; all faults in one error, each with the path of what is wrong. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidRequestError({ faults: result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`) });
}
