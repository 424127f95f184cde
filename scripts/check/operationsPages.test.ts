import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Section {
  /** `## 6` or `### 6.4`: level and number, the same in both languages. */
  readonly heading: string;
  /** The lines of its fenced blocks, without their indent and without the comment at their end, which each page has in its language. */
  readonly lines: readonly string[];
  /** The commands between single backticks, each once, sorted. */
  readonly inline: readonly string[];
}

/** Of a numbered heading its level and number; one without a number stays as it is and has no partner on the other page. */
const headingOf = (line: string): string => /^#+ \d+(?:\.\d+)?/.exec(line)?.[0] ?? line;

/** As GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

function inlineCommands(prose: string): string[] {
  const found = [...prose.matchAll(/`((?:npm|docker|systemctl|chown|sudo|ssh) [^`]+)`/g)].map(([, command = '']) => command);
  return [...new Set(found)].sort();
}

/** The sections of a page. A `#` within a block begins a comment there and no heading. */
function sectionsOf(page: string): Section[] {
  const found: { heading: string; lines: string[]; prose: string[] }[] = [];
  let isFenced = false;
  for (const line of readPage(page).split('\n')) {
    const section = found.at(-1);
    if (line.trim().startsWith('```')) isFenced = !isFenced;
    else if (isFenced) section?.lines.push(line.replace(/ +# .*$/, '').trim());
    else if (/^#{2,} /.test(line)) found.push({ heading: headingOf(line), lines: [], prose: [] });
    else section?.prose.push(line);
  }
  return found.map(({ heading, lines, prose }) => ({ heading, lines, inline: inlineCommands(prose.join('\n')) }));
}

const readPage = (page: string): string => readFileSync(resolve(import.meta.dirname, '../../docs', page), 'utf8');

describe('the Chinese and the English page of operations', () => {
  const chinese = sectionsOf('operations.zh-CN.md');
  const english = sectionsOf('operations.md');

  it('have the same sections, by number, level and order', () => {
    expect(chinese.length).toBeGreaterThan(25);
    expect(english.map(({ heading }) => heading)).toEqual(chinese.map(({ heading }) => heading));
    for (const { heading } of chinese) expect(heading).toMatch(/^(## \d+|### \d+\.\d+)$/);
  });

  it('give the same blocks of commands and settings in each section', () => {
    expect(chinese.flatMap(({ lines }) => lines).length).toBeGreaterThan(60);
    for (const [index, { heading, lines }] of chinese.entries()) expect(english[index]?.lines, heading).toEqual(lines);
  });

  it('name the same commands in the text of each section', () => {
    expect(chinese.flatMap(({ inline }) => inline).length).toBeGreaterThan(20);
    for (const [index, { heading, inline }] of chinese.entries()) expect(english[index]?.inline, heading).toEqual(inline);
  });

  it('have what an office cannot do without', () => {
    const page = readPage('operations.zh-CN.md');
    const needed = ['npm run doctor -- --tell', 'alert_webhook', 'compose/doctor.ts', 'compose/backup.sh', 'compose/restore.sh', 'releaseMails.ts'];
    for (const command of [...needed, 'down -v']) expect(page, command).toContain(command);
  });
});

it('every link to a section of a page leads to one that is there', () => {
  for (const page of ['operations.zh-CN.md', 'operations.md']) {
    const text = readPage(page);
    const anchors = new Set([...text.matchAll(/^#{2,} (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)));
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect([...anchors], `${page}#${anchor}`).toContain(anchor);
  }
});
