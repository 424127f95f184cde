import { PreviewError } from './PreviewError.ts';

/** A .docx or .xlsx as PDF by a Gotenberg server. */
export async function convertWithGotenberg(address: string, content: Uint8Array, extension: string, timeout: number): Promise<Buffer> {
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(content)]), `document.${extension}`);
  try {
    const response = await fetch(new URL('/forms/libreoffice/convert', address), {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`Gotenberg: ${response.status} ${(await response.text()).slice(0, 200)}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new PreviewError({
      message: `预览服务没有完成（${error instanceof Error ? error.message : String(error)}）；请下载文书后用 Word 或 WPS 打开`,
    });
  }
}
