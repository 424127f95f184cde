import { Outage } from '../../extensions/host/src/Outage.ts';
import { LOW_DISK } from './freeMegabytes.ts';

const HOUR = 3_600_000;
/** Megabytes from which on a disk that was low is well again; with the same figure for both, the group would hear of it every few minutes. */
const ENOUGH_DISK = LOW_DISK * 1.5;

/** What somebody saw of a stack. */
export interface StackState {
  /** Megabytes free where the data lies. */
  readonly free: number;
  /** Parts that do not run or do not answer, as people call them; Directus among them when it does not answer. */
  readonly down: readonly string[];
}

interface StackWatchOptions {
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Milliseconds parts may be down before it is told: they are being started again meanwhile. */
  readonly after: number;
  /** Hands a text to the group's robot; rejects when the robot did not take it. */
  readonly tell: (text: string) => Promise<unknown>;
}

/**
 * Tells people what no part can tell any more: that the disk fills up, which ends PostgreSQL, and that Directus does not come back. While
 * Directus answers it tells of everything else itself, of PostgreSQL and of n8n too, and is not repeated here.
 */
export class StackWatch {
  readonly #options: StackWatchOptions;
  readonly #disk: Outage;
  readonly #parts: Outage;

  constructor(options: StackWatchOptions) {
    const { after, tell } = options;
    this.#options = options;
    this.#disk = new Outage({ after: 0, repeat: 4 * HOUR, tell });
    this.#parts = new Outage({ after, repeat: 2 * HOUR, tell });
  }

  /** Rejects when something could not be told; the next look tries it again. */
  async look({ free, down }: StackState, now: number): Promise<void> {
    const isLow = free < (this.#disk.isTold ? ENOUGH_DISK : LOW_DISK);
    const told = await Promise.allSettled([
      this.#disk.look(isLow ? () => this.#diskText(free) : undefined, this.#said(`服务器磁盘空间已恢复正常，剩余 ${free} MB。`), now),
      this.#parts.look(
        down.includes('Directus') ? (minutes) => this.#downText(down, minutes) : undefined,
        this.#said('系统已恢复运行，积压的邮件自动补发。'),
        now,
      ),
    ]);
    const failed = told.find((one) => one.status === 'rejected');
    if (failed) throw new Error('the alert could not be told', { cause: failed.reason });
  }

  #diskText(free: number): string {
    return this.#said(
      `服务器磁盘空间不足，数据所在磁盘仅剩 ${free} MB！写满后数据库会停止，不能登记隐患，也不发送邮件。`,
      `处理：清理或扩充 ${this.#options.dataDir} 所在的磁盘（旧备份、before-… 目录），再运行 npm run doctor。`,
    );
  }

  #downText(down: readonly string[], minutes: number): string {
    return this.#said(
      `系统没有运行，已持续 ${minutes} 分钟，请立即处理！没有响应：${down.join('、')}。`,
      '其间不能登记隐患，也不发送邮件；发现重大事故隐患请先电话报告市化工专项行动办。',
      `处理：在服务器上运行 npm run doctor，查看 ${this.#options.dataDir}/logs 中的日志；恢复后系统自动补发邮件。`,
    );
  }

  #said(...lines: string[]): string {
    return [`【驻点监督】${lines[0] ?? ''}`, ...lines.slice(1), this.#options.publicUrl].join('\n');
  }
}
