import type { Listener } from './Listener.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { claimEvents, type ClaimRequest } from './claimEvents.ts';
import { noteConsumer } from './consumers.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** Milliseconds between two looks when no hint comes: finds what a lost NOTIFY or a lapsed lease left open. */
const LOOK_EVERY = 1000;

/**
 * Claims events as soon as there are any, or answers with none after `wait` milliseconds.
 *
 * @param gone aborted when the one who asked has hung up, so that nothing is claimed for nobody
 */
export async function awaitEvents(
  request: ClaimRequest,
  wait: number,
  gone: AbortSignal,
  listener: Listener,
  runtime: Runtime,
): Promise<OutboxEvent[]> {
  const until = Date.now() + wait;
  await noteConsumer(request, runtime.database);
  for (;;) {
    if (gone.aborted) return [];
    const hint = nextHint(listener, Math.min(LOOK_EVERY, Math.max(0, until - Date.now())), gone);
    const events = await claimEvents(request, runtime.database);
    if (events.length > 0 || Date.now() >= until) {
      hint.cancel();
      return events;
    }
    await hint.heard;
  }
}

/** Starts listening before the look at the table, so that what arrives in between is not missed. */
function nextHint(listener: Listener, milliseconds: number, gone: AbortSignal): { heard: Promise<void>; cancel: () => void } {
  let cancel = (): void => undefined;
  const heard = new Promise<void>((resolve) => {
    cancel = () => {
      clearTimeout(timer);
      listener.off('zhudian_outbox', cancel);
      gone.removeEventListener('abort', cancel);
      resolve();
    };
    const timer = setTimeout(cancel, milliseconds);
    listener.on('zhudian_outbox', cancel);
    gone.addEventListener('abort', cancel);
  });
  return { heard, cancel };
}
