import { createError, isDirectusError } from '@directus/errors';
import type { Application, NextFunction, Request, Response } from 'express';
import { explainRefusal } from './explainRefusal.ts';
import type { Runtime } from '../runtime/Runtime.ts';

const InvalidValueError = createError(
  'ZHUDIAN_INVALID_VALUE',
  '请求中有不符合规定的值（格式、范围或字符不对）；请检查日期、数字和查询条件后重试',
  400,
);
const BrokenUploadError = createError('ZHUDIAN_BROKEN_UPLOAD', '上传中断，文件不完整，没有保存；请检查网络后重新上传', 400);

const DiskFullError = createError(
  'ZHUDIAN_DISK_FULL',
  '服务器磁盘已满，本次没有保存，以前保存的内容没有丢失；请先不要关闭页面，通知系统管理员清理磁盘后重试。发现重大事故隐患的，请先电话报告市化工专项行动办',
  503,
);
const OverloadedError = createError('ZHUDIAN_OVERLOADED', '服务器暂时繁忙，本次没有保存；请稍后重试，仍不行的请通知系统管理员', 503);

/** What PostgreSQL and the machine say where a disk takes nothing any more. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** Out of memory, too many connections, another limit of the machine. */
const OVERLOADED = /^53[0-9A-Z]{3}$/;
/** What PostgreSQL says of a value that it cannot read, compare or sum: class 22, an operator or function that a type does not have. */
const VALUE = /^22[0-9A-Z]{3}$|^42(883|804)$/;
/** What the engine says of a value that is nested thousands of times. */
const DEEP = /^Maximum call stack/;
/** What the parser of uploads says. */
const UPLOAD = /^(Unexpected end of (form|file)|Malformed (part header|content type)|Multipart: Boundary not found|Missing Content-Type)/;

/**
 * Tells a caller what is wrong with a request where Directus answers “An unexpected error occurred.” with 500: its own checks let through what
 * PostgreSQL or a parser refuses. Of a full disk as well: an administrator would read the SQL, everybody else nothing. Registered after all routes and before Directus's own handler. The log keeps what was said: a query of ours
 * can be wrong as well.
 */
export function explainFaults(app: Pick<Application, 'use'>, logger: Runtime['logger']): void {
  const tell = (error: unknown): unknown => {
    const told = explained(error);
    if (told !== error) logger.warn(error);
    return told;
  };
  app.use((error: unknown, _request: Request, _response: Response, next: NextFunction) => {
    next(Array.isArray(error) ? error.map(tell) : tell(error));
  });
}

/** The error as it is to be told; a fault of the server stays one. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || isDirectusError(error)) return error;
  // A rule that PostgreSQL asks when the transaction ends comes past the hook of its errors.
  const refusal = explainRefusal(error);
  if (refusal !== error) return refusal;
  const { code, status, message } = error as Error & { readonly code?: unknown; readonly status?: unknown };
  if (UPLOAD.test(message)) return new BrokenUploadError();
  if (typeof code === 'string' && FULL.has(code)) return new DiskFullError();
  if (typeof code === 'string' && OVERLOADED.test(code)) return new OverloadedError();
  if (typeof code === 'string' && VALUE.test(code)) return new InvalidValueError();
  if ((error instanceof RangeError && DEEP.test(message)) || (typeof status === 'number' && status >= 400 && status < 500))
    return new InvalidValueError();
  return error;
}
