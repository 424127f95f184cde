/** An error as Directus is about to answer it. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Directus's own words for what every table can refuse, in Chinese. None repeats what was sent: it may be long, or somebody else's. */
const WORDS: Readonly<Record<string, string>> = {
  RECORD_NOT_UNIQUE: '已有相同的记录，不能重复建立；请打开已有的记录',
  INVALID_FOREIGN_KEY: '所选的关联记录不存在，或您不能使用；请重新选择',
  VALUE_TOO_LONG: '内容太长，没有保存；请缩短后重试',
  VALUE_OUT_OF_RANGE: '数值超出允许的范围；请检查后重试',
  NOT_NULL_VIOLATION: '有必须填写的内容没有填写',
  CONTAINS_NULL_VALUES: '已有记录缺少这一项，不能设为必填',
};

/** The error in Chinese where Directus says it in English; code and field stay, which the panel has words of its own for. */
export function explainAnswer(error: ToldError): ToldError {
  const { code, value: _sent, ...rest } = error.extensions ?? {};
  const words = typeof code === 'string' && Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return words === undefined ? error : { message: words, extensions: { ...rest, code } };
}
