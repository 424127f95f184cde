import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The fonts of official papers by kind, and what comes nearest where they are not installed, the best first. */
const KINDS: readonly { readonly names: readonly string[]; readonly instead: readonly string[] }[] = [
  {
    names: ['仿宋_GB2312', '仿宋', 'FangSong', '方正仿宋简体', '华文仿宋'],
    instead: ['FandolFang', 'FandolFang R', 'cwTeX Q Fangsong', 'Noto Serif CJK SC', 'AR PL UMing CN'],
  },
  {
    names: ['楷体_GB2312', '楷体', 'KaiTi', '方正楷体简体', '华文楷体'],
    instead: ['FandolKai', 'AR PL UKai CN', 'Noto Serif CJK SC', 'AR PL UMing CN'],
  },
  { names: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋'], instead: ['FandolSong', 'Noto Serif CJK SC', 'AR PL UMing CN'] },
  { names: ['宋体', 'SimSun', '新宋体', '华文宋体'], instead: ['FandolSong', 'Noto Serif CJK SC', 'AR PL UMing CN'] },
  { names: ['黑体', 'SimHei', '方正黑体简体', '华文黑体', '微软雅黑'], instead: ['FandolHei', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei'] },
];

/** What LibreOffice takes for the fonts of official papers that are not installed: a font of the same kind, not just any that has the characters. */
export function fontSubstitutes(installed: ReadonlySet<string>): [font: string, substitute: string][] {
  return KINDS.flatMap(({ names, instead }) => {
    const own = names.find((name) => installed.has(name));
    const substitute = own ?? instead.find((name) => installed.has(name));
    return substitute === undefined ? [] : names.filter((name) => !installed.has(name)).map((name): [string, string] => [name, substitute]);
  });
}

/** The same as settings of a LibreOffice profile. Source: officecfg/registry/schema/org/openoffice/Office/Common.xcs, group Font. */
export function fontSettings(substitutes: readonly (readonly [font: string, substitute: string])[]): string {
  const path = '/org.openoffice.Office.Common/Font/Substitution';
  const prop = (name: string, value: string): string => `<prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop>`;
  const pairs = substitutes.map(
    ([font, substitute], index) =>
      `<item oor:path="${path}/FontPairs"><node oor:name="_${index}" oor:op="replace">${prop('ReplaceFont', font)}${prop('SubstituteFont', substitute)}` +
      `${prop('Always', 'true')}${prop('OnScreenOnly', 'false')}</node></item>`,
  );
  return [`<item oor:path="${path}">${prop('Replacement', 'true')}</item>`, ...pairs].join('\n');
}

/** The families of fonts that this machine has; none where that cannot be found out. */
export async function installedFonts(): Promise<ReadonlySet<string>> {
  const { stdout } = await run('fc-list', ['--format', '%{family}\n'], { timeout: 10_000, maxBuffer: 16 * 1024 * 1024 }).catch(() => ({
    stdout: '',
  }));
  return new Set(
    stdout
      .split('\n')
      .flatMap((line) => line.split(','))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
}
