import { createHash } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellRobot } from '../../extensions/host/src/tellRobot.ts';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import type { StackConfig } from './StackConfig.ts';

/** Milliseconds between two messages: a service manager starts again every few seconds. */
const REPEAT = 2 * 3_600_000;
/** Empty; its time is when people were told. */
export const START_FAILED_FILE = 'start-failed';

type Robot = Pick<StackConfig, 'dataDir' | 'production'> & { readonly webhook: string };

/** Tells the office's group that the system does not start, since no part is there that could. Rejects when the robot did not take it. */
export async function tellFailedStart({ dataDir, production, webhook }: Robot, error: unknown, now = Date.now()): Promise<void> {
  if (!production || webhook === '') return;
  const told = markers(dataDir).map(timeOf);
  if (told.some((time) => time !== undefined && Math.abs(now - time) < REPEAT)) return;
  await tellRobot(
    webhook,
    [
      '【驻点监督】系统启动失败，请立即处理！其间不能登记隐患，也不发送邮件；发现重大事故隐患请先电话报告市化工专项行动办。',
      `原因：${reasonOf(error).slice(0, 300)}`,
      `处理：在服务器上运行 npm run doctor，查看 ${dataDir}/logs 中的日志。`,
    ].join('\n'),
  );
  markers(dataDir).some(mark);
}

/** Tells that it is up again, where people were told that it was not. */
export async function tellStarted({ dataDir, production, webhook }: Robot): Promise<void> {
  if (!production || webhook === '' || markers(dataDir).every((file) => timeOf(file) === undefined)) return;
  await tellRobot(webhook, '【驻点监督】系统已恢复运行，积压的邮件自动补发。');
  for (const file of markers(dataDir)) rmSync(file, { force: true });
}

/** Where it is remembered; the second where the data's disk takes nothing any more. */
const markers = (dataDir: string): string[] => [
  join(dataDir, START_FAILED_FILE),
  join(tmpdir(), `zhudian-${START_FAILED_FILE}-${ofFolder(dataDir)}`),
];

/** Several installations of a machine share the folder for what is temporary. */
const ofFolder = (dataDir: string): string => createHash('sha256').update(dataDir).digest('hex').slice(0, 16);

function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function mark(file: string): boolean {
  try {
    writeFileSync(file, '');
    return true;
  } catch {
    return false;
  }
}
