import { z } from 'zod/v4';

/** What an archive holds and what made it; its last entry, since hashes are known when everything is written. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** The moment the databases are restored to. */
  at: z.iso.datetime(),
  versions: z.strictObject({ zhudian: z.string(), directus: z.string(), n8n: z.string(), postgres: z.string(), platform: z.string() }),
  /** Rows of the important tables about when the backup began: to look at, not to compare by. */
  counts: z.record(z.string(), z.number().int()),
  files: z.record(z.string(), z.strictObject({ size: z.number().int(), sha256: z.string().length(64) })),
});

export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_NAME = 'manifest.json';
