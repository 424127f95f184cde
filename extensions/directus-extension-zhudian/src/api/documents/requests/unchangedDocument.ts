import { createHash } from 'node:crypto';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { Asked, Requested } from './Requested.ts';
import type { Gather, Gathered } from '../gather/Gather.ts';
import { GATHERERS } from '../gather/gatherers.ts';

/**
 * The document that is there and was made from the very same: asked for again, it is the answer. Nothing that cannot be told (an archive,
 * something that cannot be gathered) is the same: it is made, and fails where that is seen.
 */
export async function unchangedDocument(request: Requested, runtime: Runtime): Promise<Asked | undefined> {
  const { database, logger } = runtime;
  const { kind, ...about } = request;
  const gather = (GATHERERS as Readonly<Partial<Record<string, Gather>>>)[kind];
  if (!gather) return undefined;
  const before = await database('documents as d')
    .join('document_inputs as i', 'i.document', 'd.id')
    .where({ ...request, status: 'ready' })
    .whereNotNull('d.file')
    .select<{ id: string; status: string; digest: string }[]>('d.id', 'd.status', 'i.digest');
  if (before.length === 0) return undefined;
  const gathered = await gather(about, runtime).catch((error: unknown) => {
    logger.warn(error, `zhudian: a document (${kind}) that is asked for cannot be gathered`);
    return null;
  });
  const digest = gathered && (await digestOf(kind, gathered, runtime));
  const same = before.find((one) => one.digest === digest);
  return same && { id: same.id, status: same.status };
}

/** A digest of what a document is made from: its data, its pictures, its name and the template in force. */
export async function digestOf(kind: string, { document, photos, filename, template = kind }: Gathered, { database }: Runtime): Promise<string> {
  const version: unknown = await database('document_templates').where({ key: template, status: 'in_force' }).first('id', 'version', 'file');
  const files = photos.map(({ file }) => file);
  return createHash('sha256')
    .update(JSON.stringify([document, files, filename, template, version ?? null]))
    .digest('hex');
}

export async function keepDigest(document: string, digest: string, { database }: Runtime): Promise<void> {
  await database('document_inputs').insert({ document, digest }).onConflict('document').merge();
}
