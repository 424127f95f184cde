import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { normalLine, normalText } from '@zhudian/core/text/normalText.ts';
import { isUuid } from '@zhudian/core/text/isUuid.ts';
import { plainTextFault } from '@zhudian/core/text/plainTextFault.ts';
import { folders } from '../../../../../schema/folders.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { actorOf } from './actorOf.ts';

type Row = Record<string, unknown>;

/** What people read of a file, and how long it may be: names on a disk have 255 bytes, and a Chinese character has three. */
const TEXTS = [
  { field: 'filename_download', label: '文件名', limit: 200 },
  { field: 'title', label: '标题', limit: 200 },
  { field: 'description', label: '说明', limit: 2000 },
] as const;

/** Where somebody may put files: what is anywhere else is found by others as if the office had put it there. */
const PLACES: Readonly<Record<string, readonly string[]>> = { inspector: [folders.photos], county: [folders.photos, folders.documents] };

/**
 * A file's row as it is kept: names and titles without what turns the direction of writing (‘gpj.exe’ read backwards) or is not seen. Refuses names that
 * are too long, a key that is none, and folders of others.
 */
export function checkFileRow<T extends Row>(row: T, caller: Pick<Caller, 'accountability'>): T {
  const texts = TEXTS.filter(({ field }) => typeof row[field] === 'string');
  const plain = {
    ...row,
    ...Object.fromEntries(texts.map(({ field }) => [field, field === 'description' ? normalText(String(row[field])) : nameOf(String(row[field]))])),
  };
  throwFaults('directus_files', [
    ...texts.flatMap(({ field, label, limit }) => told(field, plainTextFault(String(plain[field]), label, limit))),
    ...keyFault(row),
    ...folderFault(row, caller),
  ]);
  return plain;
}

/** One line, and no path. */
const nameOf = (text: string): string => normalLine(text).replace(/[\\/]/gu, '_');

const told = (field: string, message: string | null): FieldFault[] => (message ? [{ field, rule: `file.${field}.plain`, message }] : []);

/** A phone that is off line names its files itself, so that one sent twice is one. */
function keyFault({ id }: Row): FieldFault[] {
  return id === undefined || id === null || (typeof id === 'string' && isUuid(id)) ? [] : told('id', '文件的编号须是 UUID；请去掉这一项后重新上传');
}

function folderFault({ folder }: Row, caller: Pick<Caller, 'accountability'>): FieldFault[] {
  const allowed = PLACES[actorOf(caller)];
  if (!allowed || folder === undefined || folder === null || folder === '' || (typeof folder === 'string' && allowed.includes(folder))) return [];
  return told('folder', '不能将文件放入这个文件夹；请去掉“文件夹”一项后重新上传');
}
