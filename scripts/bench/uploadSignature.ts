import { drawSignature } from '../provision/drawSignature.ts';
import { sendTo } from './sendTo.ts';

/** Uploads a signature as the phone does, as whoever has the token; gives its file. */
export async function uploadSignature(url: string, token: string, seed: number): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(drawSignature(seed))], { type: 'image/png' }), 'signature.png');
  return ((await sendTo(url, token, 'POST', '/files?fields=id', form)).data as { id: string }).id;
}
