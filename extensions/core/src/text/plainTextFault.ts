const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What keeps a text from being stored, printed and mailed; null when nothing does.
 * Control characters and halves of surrogate pairs break Word documents, mail headers and PostgreSQL alike.
 *
 * @param label the field's Chinese name, for the message
 * @param limit the greatest length in UTF-16 units
 */
export function plainTextFault(value: string, label: string, limit: number): string | null {
  if (value.length > limit) {
    return `“${label}”共 ${value.length} 个字符，超过上限 ${limit}；请精简，详细材料请作为附件上传`;
  }
  const control = CONTROL.exec(value);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).padStart(2, '0').toUpperCase();
    return `“${label}”第 ${control.index + 1} 个字符是不可见的控制字符（U+00${code}）；请删除后重新输入，不要直接从其他系统粘贴`;
  }
  if (LONE_SURROGATE.test(value)) {
    return `“${label}”含有残缺的字符（半个表情或生僻字）；请删除后重新输入`;
  }
  return null;
}
