import type { TemplateFault } from '../documents/TemplateFault.ts';

/** A form is a few pages; each of these is an object in the memory of whoever reads it. */
export const MOST_CELLS = 100_000;

export const TOO_WIDE: TemplateFault = {
  id: 'too_many_cells',
  tag: null,
  part: null,
  message: '合并单元格、数据验证、名称或内容涉及的区域过大（上限 10 万个单元格）。请改为只包含表格本身的区域，删除表格以外的行和列后重新上传。',
};
