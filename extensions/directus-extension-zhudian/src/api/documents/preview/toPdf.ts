import { setTimeout as sleep } from 'node:timers/promises';
import type { Runtime } from '../../runtime/Runtime.ts';
import { convertWithGotenberg } from './convertWithGotenberg.ts';
import { convertWithOffice } from './convertWithOffice.ts';
import { findOffice } from '@zhudian/host/findOffice.ts';
import { PreviewError } from './PreviewError.ts';

const LARGEST = 20 * 1024 * 1024;
const WAITING = 5;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * An office file as PDF, one after the other: by Gotenberg where an address is set, else by this machine's LibreOffice.
 * @param extension `docx` or `xlsx`
 * @throws `PreviewError` that says in Chinese why there is none
 */
export async function toPdf(content: Uint8Array, extension: string, { config }: Pick<Runtime, 'config'>): Promise<Buffer> {
  const { ZHUDIAN_GOTENBERG_URL: gotenberg, ZHUDIAN_SOFFICE: named, ZHUDIAN_PREVIEW_TIMEOUT: timeout, ZHUDIAN_REQUEST_PATIENCE: patience } = config;
  if (content.length > LARGEST) throw new PreviewError({ message: '文书超过 20 MB，不能预览；请下载后打开' });
  const office = gotenberg ? null : await findOffice(named);
  if (!gotenberg && office === null) {
    throw new PreviewError({ message: '服务器上没有安装 LibreOffice，不能预览；文书可以下载后用 Word 或 WPS 打开' });
  }
  if (waiting >= WAITING) throw new PreviewError({ message: '正在预览的人较多，请稍后再试，或下载后打开' });
  waiting += 1;
  const turn = last.then(async () =>
    office === null
      ? await convertWithGotenberg(gotenberg, content, extension, timeout)
      : await convertWithOffice(office, content, extension, timeout),
  );
  last = turn.catch(() => undefined).finally(() => (waiting -= 1));
  return await Promise.race([turn, outOfPatience(patience)]);
}

/** Whoever looks is not kept waiting for the turns of others. */
async function outOfPatience(seconds: number): Promise<never> {
  await sleep(seconds * 1000, undefined, { ref: false });
  throw new PreviewError({ message: `正在预览的人较多，${seconds} 秒内没有轮到；请稍后再试，或下载后打开` });
}
