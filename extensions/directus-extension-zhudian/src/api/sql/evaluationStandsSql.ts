/** Whether an evaluation or inspection is not void: one that says why it is void is. */
export const evaluationStandsSql = (evaluation: string): string => `btrim(coalesce(${evaluation}.void_reason, '')) = ''`;
