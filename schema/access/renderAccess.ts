import { roles, type RoleKey } from '../roles.ts';
import { access } from './access.ts';
import { ACTIONS, type Action, type Scope } from './AccessTable.ts';
import { grants } from './grants.ts';

/** What the page needs of the data model: the names of the collections, and of their states. */
export interface Names {
  readonly collection: (collection: string) => string;
  readonly state: (collection: string, state: string) => string;
}

const WORDS: Readonly<Record<Action, string>> = { read: '查看', create: '新增', update: '修改', delete: '删除' };
const REACH: Readonly<Record<Scope, string>> = { all: '全部', county: '本县', own: '本人' };

/** The table as a page for people, in Markdown. */
export function renderAccess(names: Names): string {
  const keys = Object.keys(roles) as RoleKey[];
  const lines = Object.entries(access).map(([collection, cells]) => {
    const told = keys.map((role) => cell(collection, role, cells[role], names));
    return `| ${names.collection(collection)} <code>${collection}</code> | ${told.join(' | ')} |`;
  });
  return `${HEAD}
| | ${keys.map((role) => roles[role].name).join(' | ')} |
|---|${keys.map(() => '---').join('|')}|
${lines.join('\n')}
`;
}

function cell(collection: string, role: RoleKey, text: string, names: Names): string {
  const known = grants(text, role).sort((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action));
  if (known.length === 0) return '—';
  const parts = known.map(
    ({ action, states }) => WORDS[action] + (states.length > 0 ? `（${states.map((state) => names.state(collection, state)).join('、')}）` : ''),
  );
  const reach = [...new Set(known.map(({ scope }) => REACH[scope]))];
  return `${reach.join('、')}：${parts.join('、')}`;
}

const HEAD = `<!-- Generated from schema/access/access.ts by "npm run schema:types". Do not edit. -->

# 权限：谁可以做什么

“全部”指所有县（市、区）；“本县”指账号所属县（市、区）；“本人”指自己所在驻点组负责的企业、自己参加或填写的驻点记录，以及属于它们的内容。
括号里是允许时记录所处的状态，不写则不限。每一格都由测试逐项核对（列表、单条、汇总、计数、检索、导出、GraphQL、上下级关联、按隐藏字段筛选和排序、新增、修改、删除、文件）。

系统管理员不受此表限制；未登录者什么也看不到。状态变化、退回、更正等还要满足业务规则（例如退回须写原因，核验人不得是登记整改的人）。
`;
