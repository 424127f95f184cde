import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeOfficeProfile } from './officeProfile.ts';
import { PreviewError } from './PreviewError.ts';
import { withoutNetwork } from './withoutNetwork.ts';

/** A .docx or .xlsx as PDF by a LibreOffice of its own: own profile, own folder, no network, ended with all its children when it takes too long. */
export async function convertWithOffice(office: string, content: Uint8Array, extension: string, timeout: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'zhudian-preview-'));
  try {
    await writeFile(join(folder, `document.${extension}`), content);
    await writeOfficeProfile(join(folder, 'profile'));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const { program, parameters } = await withoutNetwork(office);
    await run(
      program,
      [
        ...parameters,
        '--headless',
        '--norestore',
        '--nolockcheck',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, `document.${extension}`),
      ],
      timeout,
    );
    return await readFile(join(folder, 'document.pdf')).catch(() => {
      throw new PreviewError({ message: 'LibreOffice 没有生成 PDF；请下载文书后用 Word 或 WPS 打开' });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function run(program: string, parameters: readonly string[], timeout: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // A group of its own: soffice is a script whose child does the work.
    const child = spawn(program, parameters, { detached: true, stdio: 'ignore' });
    const timer = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      reject(new PreviewError({ message: `预览超过 ${Math.round(timeout / 1000)} 秒没有完成，已停止；请下载文书后用 Word 或 WPS 打开` }));
    }, timeout);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new PreviewError({ message: `LibreOffice 没有启动（${error.message}）；请联系系统维护人员` }));
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
