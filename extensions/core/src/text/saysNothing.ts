import { isConcrete } from './isConcrete.ts';

const FILLER = /[\s\p{P}\p{S}]/gu;
const LEAST = 4;

/** Words that deny, and words of the form's own headings: a text of these alone tells nothing. The same list stands in `zhudian_says_nothing`. */
export const EMPTY_WORDS =
  '没有|未发现|未收集到|未遇到|未形成|不存在|暂无|并无|尚无|均无|无|本月份?|本期|当月|目前|当前|暂时|暂|月度|本县|本区|本市|我县|我区|我市|全县|全区|全市|辖区内?|范围内|工作|进展|进度|' +
  '问题|困难|难点|经验|做法|情况|方面|事项|内容|相关|有关|明显|突出|特别|特殊|重大|任何|一切|其他|其它|存在|发现|需要|需|可|上报|报告|填报|汇报|说明|总结|协调|解决|已|均|都|也|较|很|正常|良好|顺利|的|等|和|及|与|了';
const EMPTY = new RegExp(EMPTY_WORDS, 'gu');

/**
 * Whether a part of a narrative says nothing that somebody could act on or check: “无”, “——”, “本月没有问题困难”, “一切正常”, a handful of characters.
 * What denies a problem and says what was looked at does say something.
 */
export function saysNothing(text: string): boolean {
  if (!isConcrete(text)) return true;
  return text.normalize('NFKC').replace(FILLER, '').replace(EMPTY, '').length < LEAST;
}
