const FILLER = /[\s\p{P}\p{S}]/gu;
const LEAST = 6;

/** Phrases that say only that there is a problem, or that there is none. */
const VAGUE = [
  /^(无|没有|暂无|未发现)(问题|隐患|异常|明显问题)?$/u,
  /^(发现|存在|有)?(一些|若干|部分|较多|安全|事故|重大)*(问题|隐患)+$/u,
  /^(问题|隐患)?(已|已经|正在|立即|尽快|限期|要求|督促|企业|全部)*(整改|处理|落实|解决)(完成|完毕|到位)?$/u,
  /^(不|未)(到位|规范|符合|合格|符合要求|符合规定)$/u,
  /^(同上|见附件|见照片|详见附件|详见照片|如图|测试|其他)$/u,
];

/**
 * Whether a problem is written concretely (问题要具体化): enough words to find the place and the matter again,
 * and more than a set phrase. Punctuation, symbols and blanks do not count.
 * Source: notice, annex 2, heading of column four.
 */
export function isConcrete(text: string): boolean {
  const words = text.normalize('NFKC').replace(FILLER, '');
  if (words.length < LEAST) return false;
  if (new Set(words).size < LEAST / 2) return false;
  return !VAGUE.some((phrase) => phrase.test(words));
}
