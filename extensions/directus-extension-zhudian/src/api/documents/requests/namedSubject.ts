import { REQUESTED_KINDS, type RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';

type Wanted = Readonly<Record<string, unknown>> & { readonly kind?: unknown; readonly id?: unknown };

/** A request that calls what it is about `id`, with the name that `documents` has for it; of an archive that is a month, which has no id. */
export function namedSubject({ id, ...wanted }: Wanted): Record<string, unknown> {
  const { kind } = wanted;
  if (id === undefined || id === null || typeof kind !== 'string' || !Object.hasOwn(REQUESTED_KINDS, kind)) return wanted;
  const field = REQUESTED_KINDS[kind as RequestedKind];
  return field === 'period' ? wanted : { ...wanted, [field]: wanted[field] ?? id };
}
