/** A request that is not answered yet, as the database knows it. Seconds by the server's clock. */
export interface OpenRequest {
  /** Since the last sign of life: asked for, tried again, or a step of a long one done. */
  readonly waited: number;
  /** Its open event of the outbox; null when that was closed without an answer. */
  readonly event: {
    /** Since it was written. */
    readonly age: number;
    readonly attempts: number;
    /** Somebody works on it now. */
    readonly held: boolean;
    /** Why the last attempt failed. */
    readonly error: string | null;
  } | null;
  /** Another one of the same kind is being worked on: it stands in a queue that moves. */
  readonly behind: boolean;
}

/** How n8n is. */
export interface Automation {
  /** Seconds since it last asked for work; infinite when it never has. */
  readonly silent: number;
  /** Seconds it has been well without a break, as far as whoever asks knows. */
  readonly well: number;
}

export type RequestFate = { readonly state: 'waits'; readonly note: string | null } | { readonly state: 'failed'; readonly reason: string };

/** Seconds: n8n asks for work at least every 25. */
export const SILENT_AFTER = 40;
export const AWAY = '文书服务(n8n)暂时没有响应，恢复后自动继续';
const AGAIN = '请点“重试”；仍不成功请联系系统维护人员';

/**
 * What becomes of a request that is not answered: it waits, or it ends with a reason that whoever asked can act on. While n8n is away nothing
 * ends: it goes on by itself when n8n is back, and its time begins anew.
 *
 * @param patience seconds after which a request without a sign of life ends, while n8n is well
 */
export function requestFate({ waited, event, behind }: OpenRequest, n8n: Automation, patience: number): RequestFate {
  if (n8n.silent > SILENT_AFTER) return { state: 'waits', note: AWAY };
  if (Math.min(waited, n8n.well) <= patience) return { state: 'waits', note: null };
  if (event === null) return { state: 'failed', reason: `申请已被办结，但没有生成文书。${AGAIN}` };
  // Whoever held it is gone, or nobody has taken it yet: its turn comes.
  if (behind && !event.held && event.error === null) return { state: 'waits', note: null };
  if (event.attempts === 0) {
    // It has not asked for work since this was written: nobody knows yet whether it is away.
    if (n8n.silent >= event.age) return { state: 'waits', note: AWAY };
    return { state: 'failed', reason: `文书服务(n8n)在运行，但没有流程接收这项申请，可能流程没有发布。请联系系统维护人员处理后点“重试”` };
  }
  if (event.error === null || event.held) {
    const before = event.error === null ? '' : `（上一次：${event.error}）`;
    return { state: 'failed', reason: `生成超过 ${Math.round(patience)} 秒没有进展${before}。${AGAIN}` };
  }
  return { state: 'failed', reason: `试了 ${event.attempts} 次都没有生成：${event.error}。${AGAIN}` };
}
