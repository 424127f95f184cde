const SHAPE = /^[^@\s<>(),;:"]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** An address as it is kept: half-width, without blanks around, its domain in lower case. */
export function normaliseEmail(text: string): string {
  const [, local, domain] = /^(.*)@([^@]*)$/su.exec(text.normalize('NFKC').trim()) ?? [];
  return domain === undefined ? text.normalize('NFKC').trim() : `${local}@${domain.toLowerCase()}`;
}

/** What is wrong with a normalised address, and what to do; null when nothing is. */
export function emailFault(email: string): string | null {
  return email.length <= 254 && SHAPE.test(email) ? null : `电子邮箱“${email.slice(0, 60)}”不是有效地址；请按 name@unit.example 的形式填写一个地址`;
}
