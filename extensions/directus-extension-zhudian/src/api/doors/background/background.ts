import type { Runtime } from '../../runtime/Runtime.ts';
import { DatabaseWatch } from '../../operations/alerts/DatabaseWatch.ts';
import { HealthWatch } from '../../operations/alerts/HealthWatch.ts';
import { watchConfirmations } from '../../operations/alerts/watchConfirmations.ts';
import { watchMail } from '../../operations/alerts/watchMail.ts';
import { beat } from '../../operations/health/heartbeats.ts';
import { Sender } from '../../mail/Sender.ts';
import { turnEvaluations } from '../../evaluations/turnEvaluations.ts';
import { mendPicture } from '../../pictures/mendPicture.ts';
import { turnReminders } from '../../reminders/turnReminders.ts';
import { turnReports } from '../../reports/turnReports.ts';
import { watchRequests } from '../../operations/requests/watchRequests.ts';
import { announceRestore } from '../../operations/restores/announceRestore.ts';
import { foldStatistics } from '../../statistics/foldStatistics.ts';
import { findSuspicions } from '../../suspicions/findSuspicions.ts';
import { lookAtFigures } from '../../suspicions/lookAtFigures.ts';
import { watchAcknowledgements } from '../../watchdog/watchAcknowledgements.ts';
import { watchHandovers } from '../../watchdog/watchHandovers.ts';
import { Listener } from '../../events/Listener.ts';
import { Loop } from './Loop.ts';
import { turnDay } from './turnDay.ts';

/** Everything that runs beside the requests. */
export interface Background {
  readonly listener: Listener;
  stop(): Promise<void>;
}

let running: Background | undefined;

/** Starts what runs beside the requests: the sender, the watchdogs, the calendar's work, the alarms; once per process. */
export function startBackground(runtime: Runtime): Background {
  if (running) return running;
  const { logger } = runtime;
  const look = runtime.config.ZHUDIAN_ALERT_LOOK * 1000;
  const listener = new Listener(runtime);
  const sender = new Sender(runtime);
  const databaseWatch = new DatabaseWatch(runtime);
  const healthWatch = new HealthWatch(runtime);
  const loops = [
    new Loop({ name: 'sender', every: 1000, round: () => sender.round() }, logger),
    new Loop({ name: 'watchdog', every: 2000, round: () => watchHandovers(runtime) }, logger),
    new Loop({ name: 'requests', every: 2000, round: () => watchRequests(runtime) }, logger),
    new Loop({ name: 'day', every: 60_000, round: () => turnDay(runtime) }, logger),
    new Loop({ name: 'reports', every: 60_000, round: () => turnReports(runtime) }, logger),
    new Loop({ name: 'reminders', every: 60_000, round: () => turnReminders(runtime) }, logger),
    new Loop({ name: 'evaluations', every: 60_000, round: () => turnEvaluations(runtime) }, logger),
    new Loop({ name: 'statistics', every: 5000, round: () => foldStatistics(runtime) }, logger),
    // Nobody waits for these: they are for whoever looks through the records later.
    // But for a figure that was mistyped, while its visit is still in somebody's hands.
    new Loop({ name: 'figures', every: 10_000, round: () => lookAtFigures(runtime) }, logger),
    new Loop({ name: 'suspicions', every: 600_000, round: () => findSuspicions(runtime) }, logger),
    new Loop({ name: 'pictures', every: 60_000, round: () => mendPicture(runtime) }, logger),
    new Loop({ name: 'alerts', every: look, round: () => databaseWatch.during(() => lookAtMail(runtime)) }, logger),
    new Loop({ name: 'health', every: 4 * look, round: () => healthWatch.round() }, logger),
    new Loop({ name: 'confirmations', every: 4 * look, round: () => watchConfirmations(runtime) }, logger),
    new Loop({ name: 'restores', every: 60_000, round: () => announceRestore(runtime) }, logger),
    new Loop({ name: 'acknowledgements', every: 5000, round: () => watchAcknowledgements(runtime) }, logger),
  ] as const;
  const [sending] = loops;
  sender.onFree = () => sending.wake();
  listener.on('zhudian_mail', () => sending.wake());
  void listener.start();
  for (const loop of loops) loop.wake();
  running = {
    listener,
    stop: async () => {
      running = undefined;
      await Promise.all(loops.map((loop) => loop.stop()));
      await sender.drain();
      await listener.stop();
    },
  };
  return running;
}

/** The beat is a write: where tables cannot grow any more, everything can still be read. */
async function lookAtMail(runtime: Runtime): Promise<void> {
  await beat('alerts', {}, runtime.database);
  await watchMail(runtime);
}
