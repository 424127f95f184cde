import { tellRobot } from '../../extensions/host/src/tellRobot.ts';
import { readConfig } from '../../extensions/host/src/config.ts';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { superviseTexts } from '../texts/superviseTexts.ts';
import { adoptNetwork } from './adoptNetwork.ts';
import { freeMegabytes } from './freeMegabytes.ts';
import type { Stack } from './Stack.ts';
import { StackWatch } from './StackWatch.ts';

/** Milliseconds between two looks. */
const LOOK = 60_000;

/** Looks after disk and parts every minute and tells the group's robot, where one is named; what it could not tell it tells here. */
export function watchStack(stack: Stack, tell: (line: string) => void): void {
  const { env } = stack.directus.spec;
  const { ZHUDIAN_ALERT_WEBHOOK: webhook, ZHUDIAN_ALERT_AFTER, PUBLIC_URL } = readConfig(env, env);
  if (webhook === '') return;
  adoptNetwork(process.env);
  const { dataDir } = stack.config;
  const watch = new StackWatch({
    ...{ dataDir, publicUrl: PUBLIC_URL, after: ZHUDIAN_ALERT_AFTER * 1000 },
    tell: async (text) => tellRobot(webhook, text),
  });
  const look = async (): Promise<void> => {
    const parts = await Promise.all(
      [stack.postgres, stack.directus, stack.n8n].map(async (part) => ({ part, isUp: part.state === 'running' && (await part.healthy()) })),
    );
    const down = parts.filter(({ isUp }) => !isUp).map(({ part }) => part.spec.title);
    await watch.look({ free: await freeMegabytes(dataDir).catch(() => 0), down }, performance.now());
  };
  const next = (): void => {
    setTimeout(() => {
      void look()
        .catch((error: unknown) => tell(superviseTexts.robotNotTold(reasonOf(error))))
        .finally(next);
    }, LOOK).unref();
  };
  next();
}
