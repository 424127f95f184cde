import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { Knex } from 'knex';
import { gatherCompilation, type GatheredCompilation } from './gatherCompilation.ts';

/** The city's compilation of a month as it would be made now, and whether it is filed. */
export interface FiledCompilation {
  readonly gathered: GatheredCompilation;
  /** The name of its files, without an ending. */
  readonly filename: string;
  /** Its document, when that and its workbook are filed. */
  readonly filed: { readonly id: string; readonly file: string; readonly template_version: string | null } | null;
}

export async function filedCompilation(period: string, database: Knex): Promise<FiledCompilation> {
  const gathered = await gatherCompilation(period, database);
  const filename = `${DOCUMENT_NAMES.city_report}-${period}-第${gathered.version}版`;
  const rows = await database('documents as d')
    .join('directus_files as f', 'f.id', 'd.file')
    .where({ 'd.kind': 'city_report', 'd.period': period, 'd.title': filename, 'd.status': 'ready' })
    .orderBy(['d.date_created', 'd.id'])
    .select<{ id: string; file: string; template_version: string | null; name: string }[]>(
      'd.id',
      'd.file',
      'd.template_version',
      'f.filename_download as name',
    );
  const document = rows.find(({ name }) => name.endsWith('.docx'));
  const filed = document && rows.some(({ name }) => name.endsWith('.xlsx')) ? document : null;
  return { gathered, filename, filed };
}
