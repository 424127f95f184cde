import { hasLink } from '../acknowledgement/confirmationLink.ts';
import { htmlToText } from './htmlToText.ts';
import type { MailRequest } from './MailRequest.ts';

/** What a mail about a major hazard has to name. */
export interface NamedHazard {
  readonly id: string;
  readonly enterprise: string;
  readonly title: string;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/**
 * What is missing in a mail about a major hazard: which enterprise, which hazard, and the link by which the city office confirms. A workflow with a
 * mistyped expression writes a mail without one of them, and its run succeeds all the same.
 */
export function majorHazardMailFaults({ html, text }: Pick<MailRequest, 'html' | 'text'>, { id, enterprise, title }: NamedHazard): string[] {
  const said = [bare(htmlToText(html)), ...(text ? [bare(text)] : [])];
  const everywhere = (words: string): boolean => said.every((one) => one.includes(bare(words)));
  return [
    ...(everywhere(enterprise) ? [] : [`正文没有写到企业“${enterprise}”`]),
    ...(everywhere(title) ? [] : [`正文没有写到隐患“${title}”`]),
    ...(hasLink(html, id) ? [] : ['正文没有这条隐患的签收链接']),
  ];
}
