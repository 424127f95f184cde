import { logIn } from '../../scripts/provision/directusClient.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { sendTo } from './sendTo.ts';

const ROWS = 10_000;

/** A roster of 10,000 enterprises with two people each, from .csv: tried, written, and sent once more. */
export async function benchRoster(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  await stack.n8n.stop();
  const { token } = await logIn(stack.config.urls.directus, 'city@zhudian.example.org', stack.secrets.demoPasswords.city);
  const send = async (what: string, dryRun: boolean): Promise<number> => {
    report(what);
    const form = new FormData();
    form.append('file', new Blob([roster()]), '名单.csv');
    return (await sendTo(stack.config.urls.directus, token, 'POST', `/zhudian/roster/import?dry_run=${dryRun}`, form)).milliseconds / 1000;
  };
  const row = (name: string, measured: number, goal: number | null): Figure => ({ name, unit: 's', measured, goal, samples: 1 });
  return [
    row(`roster of ${ROWS} rows, dry run`, await send('dry run', true), 10),
    row(`roster of ${ROWS} rows, written`, await send('writing', false), 30),
    row(`roster of ${ROWS} rows, the second time`, await send('again', false), null),
  ];
}

function roster(): string {
  const head = '序号,县（市、区）,企业名称,统一社会信用代码,地址,驻点人员,联系电话';
  const lines = Array.from({ length: ROWS }, (_, number) => {
    const phone = (which: number): string => `0537-${String(1_000_000 + (number % 2_000) * 2 + which)}`;
    const pair = number % 2_000;
    return `${number + 1},任城区,测算化工${String(number).padStart(5, '0')}有限公司,,示例路${number}号,甲${pair}、乙${pair},${phone(0)}、${phone(1)}`;
  });
  return [head, ...lines].join('\n');
}
