import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { drawSignature } from '../../scripts/provision/drawSignature.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { figureOf } from './figureOf.ts';
import { loadPeople, type LoadPerson } from './loadPeople.ts';
import { quantile } from './quantile.ts';
import { sendTo } from './sendTo.ts';

const INSPECTORS = 200;
/** Milliseconds between two requests of one inspector, on average. */
const THINKING = 45_000;
/** A major hazard in so many visits. */
const MAJOR_IN = 40;

interface Item {
  readonly id: string;
}

/**
 * 200 inspectors at the month's end: each opens the checklist, keeps a draft, saves it filled in with a hazard, hands it in and looks at the
 * list, again and again with a visit of another day. Everything runs: n8n, mails, statistics.
 */
export async function benchLoad(stack: Stack, report: (line: string) => void, minutes: number): Promise<Figure[]> {
  const database = await stack.connect('directus');
  try {
    const people = await loadPeople(INSPECTORS, database);
    const times: Record<string, number[]> = {};
    const faults: string[] = [];
    const began = Date.now();
    const until = began + minutes * 60_000;
    const url = stack.config.urls.directus;
    const timed = async (what: string, person: LoadPerson, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<unknown> => {
      const { data, milliseconds } = await sendTo(url, person.token, method, path, body);
      (times[what] ??= []).push(milliseconds);
      return data;
    };
    const memory: number[] = [];
    const telling = setInterval(() => {
      memory.push(megabytes(stack.directus.pid));
      report(`${Object.values(times).flat().length} requests, ${faults.length} faults, Directus ${memory.at(-1)?.toFixed(0)} MB`);
    }, 15_000);
    let begun = 0;
    let handedIn = 0;
    const work = async (person: LoadPerson): Promise<void> => {
      await pause(Math.random() * THINKING);
      while (Date.now() < until) {
        const day = person.days.shift();
        if (day === undefined) return;
        try {
          begun += 1;
          await handInVisit(person, day, begun, (what, method, path, body) => timed(what, person, method, path, body));
          // Not in one step with the wait: two who are done at once are two.
          handedIn += 1;
        } catch (error) {
          faults.push(error instanceof Error ? error.message : String(error));
        }
      }
    };
    await Promise.all(people.map(work)).finally(() => clearInterval(telling));
    // Whoever is at a visit when the time is over hands it in.
    const seconds = (Date.now() - began) / 1000;
    for (const fault of new Set(faults)) report(`fault: ${fault.slice(0, 300)}`);
    const all = Object.values(times).flat();
    return [
      figureOf('minutes', 'min', seconds / 60, 1),
      figureOf('requests a second', '/s', all.length / seconds, all.length),
      figureOf('visits handed in', 'visits', handedIn, handedIn),
      ...Object.entries(times).flatMap(([what, list]) => [
        figureOf(`${what}, p50`, 'ms', quantile(list, 0.5), list.length),
        figureOf(`${what}, p95`, 'ms', quantile(list, 0.95), list.length),
      ]),
      figureOf('slowest of all', 'ms', Math.max(...all), all.length),
      figureOf('faults', 'requests', faults.length, all.length + faults.length, 0),
      figureOf('memory of Directus after a minute', 'MB', memory[4] ?? memory[0] ?? Number.NaN, memory.length),
      figureOf('memory of Directus at the end', 'MB', memory.at(-1) ?? Number.NaN, memory.length),
    ];
  } finally {
    await database.end();
  }
}

type Ask = (what: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<unknown>;

/** One visit as the phone's form sends it, the `number`th that anybody begins. */
async function handInVisit({ enterprise, inspectors }: LoadPerson, day: string, number: number, ask: Ask): Promise<void> {
  const think = async (): Promise<void> => await pause(THINKING * (0.5 + Math.random()));
  const id = randomUUID();
  const people = inspectors.map((inspector) => ({ id: randomUUID(), inspector }));
  await ask('a visit is begun', 'POST', '/items/visits?fields=id', {
    id,
    enterprise,
    visited_on: day,
    client_key: id,
    inspectors: people,
  });
  const items = (await ask('its checklist is read', 'GET', `/items/visit_items?filter[visit]=${id}&fields=id&sort=sort&limit=-1`)) as Item[];
  await think();
  await ask('it is saved half done', 'PATCH', `/items/visits/${id}?fields=id`, {
    log: '查阅全员安全生产责任制和特殊作业票证，现场核查罐区、装置区和库房，与车间负责人逐项交换意见。',
    items: { create: [], update: items.slice(0, 6).map(answered), delete: [] },
  });
  await think();
  const signed = [];
  for (const person of people)
    signed.push({ id: person.id, signature: ((await ask('a signature is uploaded', 'POST', '/files?fields=id', signature())) as Item).id });
  const major = number % MAJOR_IN === 0;
  await ask('it is handed in with a hazard', 'PATCH', `/items/visits/${id}?fields=id`, {
    status: 'submitted',
    inspectors: { create: [], update: signed, delete: [] },
    items: { create: [], update: items.slice(6).map(answered), delete: [] },
    hazards: {
      create: [{ id: randomUUID(), enterprise, ...(major ? MAJOR : GENERAL), found_on: day, deadline: '2099-12-31' }],
      update: [],
      delete: [],
    },
  });
  await think();
  await ask('the list is looked at', 'GET', '/items/visits?fields=id,visited_on,status,enterprise.name&sort=-visited_on&limit=25');
}

function signature(): FormData {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(drawSignature(Math.floor(Math.random() * 1000)))], { type: 'image/png' }), 'signature.png');
  return form;
}

const answered = ({ id }: Item): object => ({ id, result: 'in_place', implementation: '查阅台账并现场核对' });

const GENERAL = {
  severity: 'general',
  title: '可燃气体报警器未校验',
  description: '罐区东侧两台可燃气体报警器校验标签已过期四个月，无校验计划',
  place: '罐区东侧',
  measures: '停用并更换备用报警器，联系检测单位校验',
  responsible_person: '设备科长',
};
const MAJOR = { ...GENERAL, severity: 'major', title: '反应釜安全阀失效', funds: '二万元，已列入本月支出', plan: '停车、泄压，人员撤至上风向集合点' };

/** Resident memory of a process; Linux only, elsewhere not a number. */
function megabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
