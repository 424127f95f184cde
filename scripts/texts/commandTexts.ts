import { say } from './say.ts';

/** What every command says of itself, beside its own texts. */
export const commandTexts = {
  help: () => say({ en: 'show this help', zh: '显示本说明' }),
  headings: {
    'Usage:': () => say({ en: 'Usage:', zh: '用法：' }),
    'Arguments:': () => say({ en: 'Arguments:', zh: '参数：' }),
    'Options:': () => say({ en: 'Options:', zh: '选项：' }),
    'Commands:': () => say({ en: 'Commands:', zh: '命令：' }),
  },
  /** Of commander's own faults; said in Chinese only, since its English is its own. */
  refusals: [
    [/unknown option/, (name) => `没有选项 ${name}`],
    [/unknown command/, (name) => `没有命令 ${name}`],
    [/missing required argument/, (name) => `缺少参数 ${name}`],
    [/argument missing/, (name) => `选项 ${name} 后面缺少值`],
    [/required option .* not specified/, (name) => `缺少选项 ${name}`],
    [/too many arguments/, () => '参数过多'],
  ] as readonly (readonly [RegExp, (name: string) => string])[],
};
