import type { MajorHazardMailContent } from './majorHazardMailContent.ts';
import type { MajorHazardPerson } from './majorHazardPerson.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

const people = (list: readonly MajorHazardPerson[]): string[] =>
  list.length === 0
    ? ['未登记']
    : list.map(({ name, role, level, unit, phone }) => `- ${name}（${[level, role].filter(Boolean).join('，')}）${unit}　电话：${phone}`);

/** The mail as plain text, for clients that show no HTML and for search. */
export function majorHazardMailText(content: MajorHazardMailContent): string {
  const section = (heading: string, lines: readonly string[]): string[] => ['', `【${heading}】`, ...lines];
  const lines = [content.title];
  if (content.reminder !== '') lines.push('', content.reminder);
  lines.push('', ...content.facts.map(([label, value]) => `${label}：${value}`));
  if (content.acknowledge !== '') lines.push('', '签收请打开：', content.acknowledge);
  lines.push(
    ...section('隐患描述', [content.description]),
    ...section(
      '整改“五落实”',
      content.elements.map(([name, text]) => `${name}：${text ?? TO_BE_ADDED}`),
    ),
    ...content.people.flatMap(([heading, list]) => section(heading, people(list))),
    ...section(
      '请办理',
      content.actions.map((action, index) => `${index + 1}. ${action}`),
    ),
  );
  if (content.panel !== '') lines.push('', `在系统中查看：${content.panel}`);
  return `${[...lines, '', content.footer].join('\n')}\n`;
}
