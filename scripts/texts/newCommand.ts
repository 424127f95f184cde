import { Command } from 'commander';
import { commandTexts } from './commandTexts.ts';
import { say } from './say.ts';

/** A command whose help and refusals are in the language of the command line. */
export function newCommand(name: string): Command {
  const { headings } = commandTexts;
  const known: Readonly<Record<string, () => string>> = headings;
  return new Command(name)
    .helpOption('-h, --help', commandTexts.help())
    .configureHelp({
      // A default of an option that is either given or not says nothing.
      optionDescription: ({ description }) => description,
      styleTitle: (title) => known[title]?.() ?? title,
    })
    .configureOutput({ outputError: (fault, write) => write(say({ en: fault, zh: inChinese(fault) })) });
}

/** What commander says of a wrong call; whatever it says else stays as it is, behind the Chinese word for it. */
function inChinese(fault: string): string {
  const [, name = ''] = /'([^']*)'/.exec(fault) ?? [];
  const hint = /Did you mean (.*)\?/.exec(fault)?.[1];
  const said = commandTexts.refusals.find(([pattern]) => pattern.test(fault))?.[1](name) ?? fault.replace(/^error: /, '').trim();
  return `参数有误：${said}${hint === undefined ? '' : `（是否应为 ${hint}？）`}\n`;
}
