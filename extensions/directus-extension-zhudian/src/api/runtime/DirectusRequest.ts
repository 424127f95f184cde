import type { Accountability, SchemaOverview } from '@directus/types';
import type { Request } from 'express';

/** A request as Directus hands it on: who asks, and the schema they see. */
export type DirectusRequest = Request & { accountability: Accountability | null; schema: SchemaOverview };
