const LEAST = 10;
const MOST = 128;
/** Characters in a row that follow each other or repeat: longer ones are what people try first. */
const LONGEST_RUN = 4;
const KNOWN = ['password', 'passw0rd', 'admin', 'qwerty', 'asdfgh', 'zhudian', 'directus', 'woaini', 'abc123', '123456', '888888'];

/**
 * What is wrong with a password that somebody chooses; null when nothing is.
 * Source: what auditors of offices ask for (GB/T 22239 level 2: length, kinds of characters, not easily guessed).
 *
 * @param email of the login: neither the password nor a part of it may be the name before the @
 */
export function passwordFault(password: string, email: string | null): string | null {
  const characters = [...password];
  if (characters.length < LEAST) return `密码至少 ${LEAST} 位；请用字母和数字组成，例如几个不相关的词加数字`;
  if (characters.length > MOST) return `密码最多 ${MOST} 位`;
  if (!/\p{L}/u.test(password) || !/\p{N}/u.test(password)) return '密码须同时有字母和数字';
  const small = password.toLowerCase();
  const name = email?.split('@')[0]?.toLowerCase() ?? '';
  if (name.length >= 4 && small.includes(name)) return '密码中不能有登录邮箱的用户名';
  const known = KNOWN.find((word) => small.includes(word));
  if (known) return `密码中不能有“${known}”，这类密码最先被猜到`;
  return hasRun(small) ? `密码中不能有 ${LONGEST_RUN + 1} 个以上连续或相同的字符，例如“12345”“aaaaa”` : null;
}

function hasRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  for (const step of [0, 1, -1]) {
    let length = 1;
    for (let i = 1; i < codes.length; i += 1) {
      length = (codes[i] ?? 0) - (codes[i - 1] ?? 0) === step ? length + 1 : 1;
      if (length > LONGEST_RUN) return true;
    }
  }
  return false;
}
