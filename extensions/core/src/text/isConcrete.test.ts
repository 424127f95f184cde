import { describe, expect, it } from 'vitest';
import { isConcrete } from './isConcrete.ts';

describe('isConcrete', () => {
  it.each(['3号反应釜安全阀铅封缺失，校验标签过期', '二车间东侧可燃气体报警器故障停用', '动火作业票未填写气体检测结果', 'R-101釜底阀法兰渗漏'])(
    'takes a text that names place and matter: %s',
    (text) => {
      expect(isConcrete(text)).toBe(true);
    },
  );

  it.each([
    '无',
    '存在问题',
    '已整改',
    '发现安全隐患问题',
    '存在较多安全隐患',
    '要求企业立即整改到位',
    '无。。。。。。。',
    '啊啊啊啊啊啊啊啊',
    '未发现明显问题',
    '法兰泄漏',
    '',
    '   ',
    '!!!!!!!!!!',
  ])('refuses a set phrase, a handful of characters or filler: %s', (text) => {
    expect(isConcrete(text)).toBe(false);
  });
});
