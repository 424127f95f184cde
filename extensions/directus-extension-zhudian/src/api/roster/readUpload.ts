import busboy from 'busboy';
import type { Request } from 'express';
import { RosterFileError } from './RosterFileError.ts';

const LIMIT = 10 * 1024 * 1024;
/** Answers to the questions of the longest roster. */
const LONGEST_FIELD = 2 * 1024 * 1024;

/** One uploaded file and the fields beside it. */
export interface Upload {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads the multipart field `file`; what is longer than 10 MB is cut off while it arrives and refused. */
export async function readUpload(request: Request): Promise<Upload> {
  return await new Promise((resolve, reject) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: LIMIT, fields: 10, fieldSize: LONGEST_FIELD, parts: 20 },
      });
    } catch {
      reject(new RosterFileError({ message: '请以 multipart/form-data 上传，文件放在 file 字段中' }));
      return;
    }
    const fields: Record<string, string> = {};
    const chunks: Buffer[] = [];
    let filename: string | null = null;
    const refuse = (message: string): void => {
      request.unpipe(parser);
      // The rest is let through unread, so that the answer reaches whoever is still sending.
      request.resume();
      reject(new RosterFileError({ message }));
    };
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) refuse(`字段 ${name} 过长`);
      fields[name] = value;
    });
    parser.on('file', (name, stream, info) => {
      // The parser tells of it as well; a stream that fails with nobody listening would end the process.
      stream.on('error', () => undefined);
      if (name !== 'file') {
        stream.resume();
        return;
      }
      filename = info.filename;
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('limit', () => refuse('文件超过 10 MB；名单文件通常只有几百 KB，请删除图片和多余的工作表后再导入'));
    });
    parser.on('close', () => {
      if (filename === null) reject(new RosterFileError({ message: '没有收到文件；请选择 .xlsx 或 .csv 名单文件' }));
      else resolve({ bytes: Buffer.concat(chunks), filename, fields });
    });
    parser.on('error', () => refuse('上传中断或格式不正确；请重试'));
    request.pipe(parser);
  });
}
