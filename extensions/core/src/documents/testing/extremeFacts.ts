import { FIGURES } from '../../reports/figures.ts';

/** A document at its shortest, as its sample has it, and at the longest that an office will see. */
export const CASES = ['shortest', 'usual', 'longest'] as const;
export type Case = (typeof CASES)[number];

const SENTENCE = '现场检查发现二号反应釜就地温度计指示失效，值班室报警控制器显示通讯故障，企业未办理停用审批，也未采取临时监测措施；';
const text = (characters: number): string => `${SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters - 1)}。`;
/** Sixty characters, which is what the register of enterprises takes. */
const LONG_NAME = '济宁市任城区示例精细化工新材料科技股份有限公司第二生产基地特种助剂与高分子材料中间体联合装置分公司兖州化工园区北厂区示例'.slice(
  0,
  60,
);
/** Characters beyond what most fonts have: people are called so. */
const RARE = ['欧阳𠮷㐂', '㐂䶮', '司马䶮𠮷', '上官示例'];

const TEXTS: Readonly<Record<string, number>> = {
  ...{
    implementation: 500,
    problem: 500,
    suggestion: 500,
    log: 1500,
    remarks: 300,
    description: 500,
    measures: 500,
    plan: 500,
    funds: 60,
    text: 120,
  },
  ...{ progress: 800, problems: 800, practices: 800, findings: 800, suggestions: 800, gap_explanation: 300 },
};
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ hazards: 12, photos: 30, inspectors: 4, team: 4, found_by: 4, people: 6, contacts: 28, matters: 20, missing: 14 },
};
const EMPTIED = new Set([
  ...Object.keys(TEXTS),
  'remarks',
  'score',
  'reply_due',
  'uscc',
  'address',
  'legal_representative',
  'safety_manager',
  'phone',
  'place',
]);
const KEPT_TEXTS = new Set(['description', 'findings', 'text']);

/** The facts of a kind at their shortest or longest, made from those of its sample. */
export function extremeFacts(sample: unknown, which: Case): unknown {
  return which === 'usual' ? sample : (which === 'longest' ? longest : shortest)(sample, '', []);
}

function longest(value: unknown, key: string, path: readonly string[]): unknown {
  if (Array.isArray(value)) return longestList(value, key, path);
  if (typeof value === 'object' && value !== null) {
    if ('hazards_found' in value)
      return Object.fromEntries(Object.keys(FIGURES).map((figure) => [figure, figure === 'reward_amount_wan' ? '12345678.50' : 12_345_678]));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, longest(inner, name, [...path, name])]));
  }
  if (key in TEXTS) return text(TEXTS[key] ?? 0);
  if ((key === 'name' && path.includes('enterprise')) || key === 'enterprise') return LONG_NAME;
  if (key === 'title') return text(40).replace('。', '');
  if (key === 'responsible_person') return '欧阳𠮷㐂（副总经理，分管安全生产）';
  if (key === 'place') return text(60).replace('。', '');
  if (key === 'office' || key === 'sender' || key === 'addressee') return '济宁国家高新技术产业开发区化工行业安全生产专项整治行动办公室';
  return value;
}

function longestList(list: readonly unknown[], key: string, path: readonly string[]): unknown[] {
  const [first] = list;
  if (key === 'changes')
    return Object.keys(FIGURES).map((figure) => ({ period: '2026-10', figure, reported: '12345678', now: '12345679', difference: '1' }));
  const isRoster = key === 'rows' && typeof first === 'object' && first !== null && 'people' in first;
  const count = isRoster ? 40 : (LENGTHS[key] ?? list.length);
  return Array.from({ length: first === undefined ? 0 : count }, (_, index) => {
    const made = longest(list[index % list.length], key === 'missing' ? '' : key, path);
    if (typeof made !== 'object' || made === null) return made;
    if (key === 'photos') return { ...made, file: `photo-${index + 1}`, filename: `IMG_${index}.jpg`, taken_at: `2026-11-23T0${index % 10}:05:00Z` };
    if (key === 'counties') return withReport(made, list, index, path);
    return 'level' in made
      ? {
          ...made,
          name: RARE[index % RARE.length],
          position: '安全生产监督管理科副科长',
          ...('signature' in made && { signature: `signature-${(index % 2) + 1}` }),
        }
      : made;
  });
}

/** All counties have reported, and three have corrected much. */
function withReport(county: object, list: readonly unknown[], index: number, path: readonly string[]): object {
  const some = list.find((one) => (one as { readonly report: object | null }).report !== null) as { readonly report: object };
  const corrected = Object.keys(FIGURES).map((figure) => ({ figure, reported: '12345678', now: '12345679', difference: '1' }));
  return { ...county, report: { ...(longest(some.report, 'report', path) as object), corrected: index % 5 === 0 ? corrected.slice(0, 3) : [] } };
}

function shortest(value: unknown, key: string, path: readonly string[]): unknown {
  if (Array.isArray(value))
    return key === 'items' || key === 'counties' || key === 'rows' || key === 'inspectors'
      ? value.slice(0, key === 'items' ? 11 : 1).map((one) => shortest(one, key, path))
      : value.slice(0, key === 'matters' || key === 'contacts' || key === 'hazards' ? 1 : 0).map((one) => shortest(one, key, path));
  if (typeof value === 'object' && value !== null) {
    if ('hazards_found' in value) return Object.fromEntries(Object.keys(FIGURES).map((figure) => [figure, 0]));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortest(inner, name, [...path, name])]));
  }
  if (key === 'signature' || (EMPTIED.has(key) && !KEPT_TEXTS.has(key))) return null;
  return key === 'description' ? '失效' : value;
}
