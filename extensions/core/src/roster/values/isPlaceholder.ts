const NOTHING =
  /^([-\u2010-\u2015\u2500_/\\.。…*×xX?—~～]+|无|暂无|没有|暂缺|空缺|空|缺|待定|未定|待派|待派出|待选派|待补|待补充|待填|待确定|待安排|未安排|未派|未派出|待办|暂未确定|暂未安排|暂未派出|n\/?a|null|none|tbd)$/i;

/** Whether a cell says that there is nothing to say yet: 无, 待定, ——, /. */
export function isPlaceholder(text: string): boolean {
  return NOTHING.test(text.replace(/[\s()]/g, ''));
}
