import type { Readable } from 'node:stream';
import type { Accountability, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { KEPT_FILE } from '../access/checkDeletions.ts';
import { checkFileRow } from '../access/checkFileRow.ts';
import { requireRight } from '../access/requireRight.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { takePicture, type Said } from './takePicture.ts';

/** Directus's service for files, as far as an upload goes. */
interface Files {
  readonly accountability: Accountability | null;
  readonly knex: Knex;
  readonly schema: SchemaOverview;
}
type Upload = (this: Files, stream: Readable, said: Said, key?: string, options?: unknown) => Promise<unknown>;

const WATCHED = Symbol.for('zhudian.uploads');

/**
 * Puts `takePicture` before whatever people upload. Directus has no hook that sees the bytes before they are stored; all its doors (form,
 * panel, API, replacement, import) meet in this one method. What keeps a file keeps its bytes: nobody puts others under its key.
 */
export function watchUploads(runtime: Runtime): void {
  const files = runtime.services.FilesService.prototype as unknown as { uploadOne: Upload; [WATCHED]?: true };
  if (files[WATCHED]) return;
  files[WATCHED] = true;
  const { uploadOne } = files;
  files.uploadOne = async function (stream, said, key, options) {
    const { accountability, knex, schema } = this;
    // What the system itself files is made by it.
    if (accountability === null) return await uploadOne.call(this, stream, said, key, options);
    await requireRight(
      key === undefined ? 'create' : 'update',
      'directus_files',
      {},
      { accountability, database: knex, schema, services: runtime.services },
    );
    if (key !== undefined) {
      const { rowCount } = await knex.raw<{ rowCount: number }>('SELECT WHERE zhudian_file_is_kept(zhudian_uuid(?))', [key]);
      if (rowCount > 0) throwFaults('directus_files', [{ field: 'file', rule: 'file.evidence', message: KEPT_FILE }]);
    }
    const taken = await takePicture(stream, checkFileRow(said, { accountability }), runtime);
    try {
      return await uploadOne.call(this, taken.stream, taken.said, key, options);
    } finally {
      await taken.done();
    }
  };
}
