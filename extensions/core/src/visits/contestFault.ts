import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import { plainTextFault } from '../text/plainTextFault.ts';

const MOST = 500;

/** What is wrong with the reason for which somebody says that a signature under their name is not theirs; null when nothing is. */
export function contestFault(reason: unknown): string | null {
  if (typeof reason !== 'string' || isBlank(reason)) return '请填写理由，如“当天在县里开会，没有到这家企业”';
  const plain = plainTextFault(reason, '理由', MOST);
  if (plain) return plain;
  return isConcrete(reason) ? null : `理由“${reason.trim()}”过于简单；请写明当天在哪里、为什么不是您签的`;
}
