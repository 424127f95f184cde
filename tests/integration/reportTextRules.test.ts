import { describe, expect, it } from 'vitest';
import { figureClaims } from '../../extensions/core/src/reports/figureClaims.ts';
import { FIGURE_PATTERNS } from '../../extensions/core/src/reports/figurePatterns.ts';
import { NARRATIVE_LABELS } from '../../extensions/core/src/reports/narrativeFigures.ts';
import { unnamedEnterprises } from '../../extensions/core/src/reports/unnamedEnterprises.ts';
import { saysNothing } from '../../extensions/core/src/text/saysNothing.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
const RENCHENG = countyId('370811');
const PERIOD = '2026-10';

async function one<T extends object>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await test.database.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}

describe('the rules of the texts', () => {
  it('are the same in the core and in PostgreSQL', async () => {
    const { rows: patterns } = await test.database.query<{ figure: string; major: string; pattern: string }>(
      'SELECT figure, major, pattern FROM zhudian_figure_patterns() ORDER BY place',
    );
    expect(patterns.map(({ figure, major, pattern }) => [figure, major, pattern])).toEqual(FIGURE_PATTERNS);
    const texts = [
      '2026年10月，任城区共有非危化品化工生产企业12家，已驻点10家、15次，尚未驻点2家；派出驻点监督人员市级14人次、县级17人次。',
      '核查全员责任清单35人，指导完善规章制度4条，督促召开“晨会”5次、开展警示教育6场次、开展应急演练7次，督促落实有奖举报1.25万元，现场监督危险作业8次。',
      '排查发现隐患28项，已整改20项；其中重大事故隐患2项，已整改1项。\n逾期未整改的隐患3项，需加大督促力度。',
      ...[
        '本月发现隐患 ２ 项',
        '累计发现隐患1,234项，整改率95%',
        '2023年8月以来累计发现隐患412项',
        '发现1项重大事故隐患',
        '发现隐患9项（其中重大1项）',
        '一般隐患8项',
      ],
      ...[
        '甲化工发现隐患3项',
        '示例有限公司整改2项',
        '9月份发现隐患30项',
        '尚有2项未整改',
        '无',
        '暂无',
        '——',
        '本月没有问题困难',
        '一切正常',
        '',
        '  ',
      ],
      ...['查阅32家企业的驻点记录和隐患台账，未发现需市级协调解决的问题', '个别企业晨会台账缺失', '目前暂无需要协调解决的问题困难。'],
    ];
    for (const text of texts) {
      const { rows } = await test.database.query<{ figure: string; number: string; span: string | null }>(
        `SELECT figure, number, span FROM zhudian_figure_claims($1, '2026-10', '{甲化工}')`,
        [text],
      );
      const line = (one: { figure: string; number: string; span: string | null }): string => `${one.figure} ${one.number} ${one.span ?? ''}`;
      expect(rows.map(line).sort(), text).toEqual(figureClaims(text, '2026-10', ['甲化工']).map(line).sort());
      expect((await one<{ nothing: boolean }>('SELECT zhudian_says_nothing($1) AS nothing', [text])).nothing, text).toBe(saysNothing(text));
    }
    const figures = await test.database.query<{ figure: keyof typeof NARRATIVE_LABELS; label: string }>(
      'SELECT figure, label FROM zhudian_narrative_figures($1, $2)',
      [RENCHENG, PERIOD],
    );
    expect(Object.fromEntries(figures.rows.map(({ figure, label }) => [figure, label]))).toEqual(NARRATIVE_LABELS);
  });

  it('name the same enterprises in both, with names inside of names', async () => {
    const county = countyId('370827');
    for (const name of ['示例化工', '示例化工二厂', '示例（东区）颜料有限公司', '丙颜料有限公司', '丙颜料股份有限公司']) {
      await test.database.query(
        `INSERT INTO enterprises (id, county, name, status, date_created) VALUES (gen_random_uuid(), $1, $2, 'active', '2026-10-01')`,
        [county, name],
      );
    }
    const { rows: gaps } = await test.database.query<{ name: string; former: string[] }>(
      `SELECT enterprise AS name, former FROM zhudian_report_gaps($1, '2026-10') WHERE kind = 'enterprise' ORDER BY enterprise`,
      [county],
    );
    const { rows: known } = await test.database.query<{ name: string }>('SELECT name FROM enterprises WHERE county = $1', [county]);
    const others = known.map(({ name }) => name).filter((name) => !gaps.some((gap) => gap.name === name));
    for (const text of [
      '',
      '示例化工二厂停产',
      '示例化工、示例(东区) 颜料停产',
      '丙颜料停产',
      '丙颜料股份有限公司检修',
      gaps.map(({ name }) => name).join('、'),
    ]) {
      const { unnamed } = await one<{ unnamed: string[] }>(`SELECT zhudian_unnamed($1, '2026-10', $2) AS unnamed`, [county, text]);
      expect(unnamed.sort(), text).toEqual(
        unnamedEnterprises(text, gaps, others)
          .map(({ name }) => name)
          .sort(),
      );
    }
  });
});
