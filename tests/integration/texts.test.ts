import { beforeAll, expect, it } from 'vitest';
import { done } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

/** Every sign for the end of a line that Word, a terminal or another system puts into a text. */
const BROKEN = 'a\u000bb\u000cc\u0085d\u2028e\u2029f\r\ng\rh';
const KEPT = '𠮷㐂䶮 葛\u{E0100} ❤\ufe0f 👨\u200d👩\u200d👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 　1\u00a0万元';
const INVISIBLE = '\ufeff二\u200b车\u00ad间\u202e南\u2060墙\u200e';

it('a line break from Word is one wherever a text is written, what is invisible goes, and rare characters stay', async () => {
  const { id } = done(
    await world.inspector.send<{ id: string }>(
      'POST',
      '/items/visits',
      world.visit({
        log: `上午查台账\u000b下午看现场${BROKEN}`,
        remarks: KEPT,
        inspectors_reason: `${INVISIBLE}\u000b`,
        hazards: [{ enterprise: world.enterprise, title: '配电箱\u000b未关闭', description: `${INVISIBLE}配电箱门未关闭，接线端子外露\u0085见照片` }],
      }),
    ),
  );
  const { rows } = await test.database.query('SELECT log, remarks, inspectors_reason FROM visits WHERE id = $1', [id]);
  expect(rows).toEqual([{ log: '上午查台账\n下午看现场a\nb\nc\nd\ne\nf\ng\nh', remarks: KEPT, inspectors_reason: '二车间南墙\n' }]);
  const hazards = await test.database.query('SELECT title, description FROM hazards WHERE visit = $1', [id]);
  expect(hazards.rows).toEqual([{ title: '配电箱 未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露\n见照片' }]);
  const items = await test.database.query<{ id: string }>('SELECT id FROM visit_items WHERE visit = $1 LIMIT 1', [id]);
  done(await world.inspector.send('PATCH', `/items/visit_items/${items.rows[0]!.id}`, { implementation: '查阅\u2028核对' }));
  const after = await test.database.query('SELECT implementation FROM visit_items WHERE id = $1', [items.rows[0]!.id]);
  expect(after.rows).toEqual([{ implementation: '查阅\n核对' }]);
});

it('a text of every collection that a person writes goes the same way', async () => {
  const county = (await test.database.query<{ id: string }>('SELECT county AS id FROM enterprises WHERE id = $1', [world.enterprise])).rows[0]!.id;
  const evaluation = { county, quarter: '2026-Q3', kind: 'quarterly', evaluated_on: '2026-09-20', findings: '总体平稳\u000b个别企业台账不全\u200b' };
  const { id } = done(await world.city.send<{ id: string }>('POST', '/items/evaluations', evaluation));
  expect((await test.database.query('SELECT findings FROM evaluations WHERE id = $1', [id])).rows).toEqual([
    { findings: '总体平稳\n个别企业台账不全' },
  ]);
  const enterprise = await world.newEnterprise({ address: '示例路\u000b1号\ufeff' });
  expect((await test.database.query('SELECT address FROM enterprises WHERE id = $1', [enterprise])).rows).toEqual([{ address: '示例路 1号' }]);
});

it('what cannot be read is told at its field, in a collection without a rule of its own as well', async () => {
  const county = (await test.database.query<{ id: string }>('SELECT county AS id FROM enterprises WHERE id = $1', [world.enterprise])).rows[0]!.id;
  const { rows } = await test.database.query<{ period: string }>(`SELECT to_char(zhudian_today() + interval '2 months', 'YYYY-MM') AS period`);
  const { period } = rows[0]!;
  for (const [path, body, field] of [
    ['visits', world.visit({ inspectors_reason: '代\u0007班' }), 'inspectors_reason'],
    ['contacts', { county, name: '联\u0003系人', phone: '13900000000' }, 'name'],
    ['report_periods', { period, due_at: `${period}-26T09:30:00Z`, note: '节\u0000前' }, 'note'],
  ] as const) {
    const { status, errors } = await world.city.send('POST', `/items/${path}`, body);
    expect([path, status, errors.map(({ extensions }) => extensions.field).includes(field)]).toEqual([path, 400, true]);
    expect(errors.find(({ extensions }) => extensions.field === field)?.message).toMatch(/不可见的控制字符（U\+00/);
  }
});
