import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Random } from '../../scripts/provision/demo/Random.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Api } from '../support/Api.ts';
import { World } from '../support/permissions/World.ts';
import { bridge } from '../support/sight/bridge.ts';
import { ATTACKERS, inWords, type Asked, type Attacker } from './Asked.ts';
import { Guard } from './Guard.ts';
import { Questions } from './Questions.ts';
import { newToken, Secrets, tokensIn, withoutTokens } from './Secrets.ts';
import { readVocabulary } from './Vocabulary.ts';

/** What is attacked. */
export interface Target {
  readonly database: pg.Client;
  readonly stack: Stack;
  readonly admin: Api;
  readonly by: Readonly<Record<Attacker, Api>>;
}

export interface Report {
  readonly requests: number;
  readonly answered: number;
  readonly secrets: number;
  /** Requests answered with a fault of the server's own (5xx): Directus has no better word for some nonsense. Nobody learns anything by it. */
  readonly faults: number;
  readonly findings: readonly string[];
}

/** So long may the server be busy with one request before others notice. Milliseconds. */
const PATIENCE = 5_000;

/**
 * Sends requests of every role, made up by chance from the data model and our own routes, and looks after each of them: whether the answer has a row
 * that is not the role's, or depends on one; whether something was written that the role has no business writing; whether the server answers others.
 *
 * @param until when it ends, on the clock of `performance.now()`
 */
export async function attack({ stack, database, admin, by }: Target, seed: number, until: number, say: (line: string) => void): Promise<Report> {
  const world = await World.build({ stack, database, admin });
  await bridge(world, database);
  const secrets = await Secrets.plant(world, database);
  const random = new Random(seed);
  const questions = new Questions(random, await readVocabulary(admin, by, database));
  const guard = new Guard(world, database);
  const findings: string[] = [];
  const tally = { requests: 0, answered: 0, faults: 0 };
  const find = (attacker: Attacker, asked: Asked, what: string): void => {
    const line = `${what}\n    ${inWords(attacker, asked)}`;
    findings.push(line);
    say(`✗ ${line}`);
  };

  while (performance.now() < until && findings.length < 50) {
    const attacker = random.pick(ATTACKERS);
    const hidden = secrets.hiddenFrom(attacker);
    const writes = random.chance(0.35);
    const asked = writes ? questions.write(attacker) : questions.read(attacker, hidden);
    if (writes) await guard.look(attacker);
    const { status, text, others } = await beside(by[attacker].ask(asked), admin);
    tally.requests += 1;
    if (status < 400) tally.answered += 1;

    if (status >= 500) tally.faults += 1;
    if (others > PATIENCE) find(attacker, asked, `kept others waiting for ${Math.round(others)} ms`);
    const named = new Set(
      tokensIn(`${decodeURIComponent(asked.path.replaceAll('+', ' ').replaceAll(/%(?![0-9A-F]{2})/g, '%25'))} ${JSON.stringify(asked.body ?? '')}`),
    );
    const told = tokensIn(text).filter((token) => hidden.includes(token) && !named.has(token));
    if (told.length > 0) find(attacker, asked, `told of ${secrets.where(told[0] ?? '')}`);
    const guessed = [...named].filter((token) => hidden.includes(token));
    if (guessed.length > 0 && (await depends(by[attacker], asked, guessed))) {
      find(attacker, asked, `answers differently for what stands in ${guessed.map((token) => secrets.where(token)).join(', ')}`);
    }
    if (writes) {
      const changed = await guard.changed(attacker);
      if (changed.length > 0) find(attacker, asked, `wrote in ${changed.join(', ')}`);
    }
  }
  return { ...tally, secrets: secrets.size, findings };
}

/**
 * A request, and how long others waited at most while it was answered and after it: milliseconds, without end where they were answered wrongly. Whoever
 * asks may wait longer themselves: a preview is drawn by another process.
 */
async function beside<T>(request: Promise<T>, admin: Api): Promise<T & { readonly others: number }> {
  const state = { busy: true, others: 0 };
  const answer = request.finally(() => (state.busy = false));
  const ping = async (): Promise<void> => {
    const began = performance.now();
    const { status } = await admin.raw('/server/ping');
    state.others = Math.max(state.others, status === 200 ? performance.now() - began : Infinity);
  };
  while (state.busy) {
    await ping();
    await Promise.race([pause(50), answer]);
  }
  await ping();
  return { ...(await answer), others: state.others };
}

/** Whether a question about a secret is answered otherwise than the same about something that is nowhere. Asked twice: rows change meanwhile. */
async function depends(by: Api, asked: Asked, guessed: readonly string[]): Promise<boolean> {
  const other = JSON.parse(guessed.reduce((text, token) => text.replaceAll(token, newToken()), JSON.stringify(asked))) as Asked;
  for (const _ of [1, 2]) {
    const [one, two] = [await by.ask(asked), await by.ask(other)];
    if (one.status === two.status && withoutTokens(one.text) === withoutTokens(two.text)) return false;
  }
  return true;
}
