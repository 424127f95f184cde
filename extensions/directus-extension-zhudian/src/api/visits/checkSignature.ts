import { signatureFault } from '@zhudian/core/pictures/signatureFault.ts';
import { actorOf } from '../access/actorOf.ts';
import { fileBytes } from '../runtime/fileBytes.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { signaturePixels } from '../pictures/signaturePixels.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';

interface Signed {
  readonly uploaded_by: string | null;
  readonly before: boolean;
  readonly elsewhere: boolean;
}

const AGAIN = '请由本人在手机上重新签字';

/**
 * A signature is a drawing that somebody made for one row of one visit: uploaded by whoever links it, not before the visit's day, shown nowhere
 * else, with ink. What the row has already stays. A file that is not there, or is no picture, is another rule's.
 *
 * @param keys the rows that are changed; none for a new one
 */
export async function checkSignature(payload: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const { accountability, database } = caller;
  const key = keyOf(payload.signature);
  if (accountability === null || key === null) return;
  const rows = await standing('visit_inspectors', [], keys, database);
  if (rows.length === 1 && rows[0]?.signature === key) return;
  const refuse = (rule: string, message: string): void => {
    throwFaults('visit_inspectors', [{ field: 'signature', rule: `visit_inspector.signature.${rule}`, message }]);
  };
  if (rows.length > 1) refuse('once', `一份签字只能用于一个人的一次驻点；${AGAIN}`);
  const file = await signed(key, rows[0]?.id ?? keyOf(payload.id), rows[0]?.visit ?? keyOf(payload.visit), database);
  if (!file) return;
  if (file.elsewhere) refuse('once', `这张图片已用于其他签字或照片，不能再作为签字；${AGAIN}`);
  if (file.before) refuse('before', `这张图片上传于驻点日期之前，不能作为本次驻点的签字；${AGAIN}`);
  if (file.uploaded_by !== accountability.user && actorOf(caller) !== 'administrator') refuse('own', `这张图片不是您上传的，不能作为签字；${AGAIN}`);
  const bytes = await fileBytes(key, caller).catch(() => null);
  if (bytes === null) return;
  const fault = await signaturePixels(bytes).then(signatureFault, () => `签字图片打不开；${AGAIN}`);
  if (fault) refuse('ink', fault);
}

async function signed(key: string, row: string | null, visit: string | null, database: Caller['database']): Promise<Signed | undefined> {
  const { rows } = await database.raw<{ rows: Signed[] }>(
    `SELECT f.uploaded_by,
       coalesce(((f.uploaded_on + coalesce((SELECT ahead FROM zhudian_clock), interval '0')) AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai'))::date
         < (SELECT v.visited_on FROM visits v WHERE v.id = zhudian_uuid(:visit)), false) AS before,
       zhudian_signature_elsewhere(f.id, zhudian_uuid(:row)) AS elsewhere
     FROM directus_files f WHERE f.id = zhudian_uuid(:key) AND f.type LIKE 'image/%' AND f.filesize > 0`,
    { key, row, visit },
  );
  return rows[0];
}
