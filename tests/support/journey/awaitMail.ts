import type { TestStack } from '../TestStack.ts';
import { waitFor } from '../waitFor.ts';
import { mails, type ReadMail } from './mails.ts';

/** The newest mail with all these words in its subject, or this beginning of its key, that `to` has got; waits until there are as many as are asked for. */
export async function awaitMail(
  test: TestStack,
  wanted: { readonly subject?: readonly string[]; readonly key?: string; readonly to?: string },
  count = 1,
): Promise<ReadMail> {
  const { subject: words = [], key: start = '', to: reader } = wanted;
  const found = await waitFor(
    `mail ${String(count)} of ${JSON.stringify(wanted)}`,
    async () => {
      const taken = (await mails(test)).filter(
        ({ key, subject, to }) =>
          key.startsWith(start) && words.every((word) => subject.includes(word)) && (reader === undefined || to.includes(reader)),
      );
      return taken.length >= count ? taken : null;
    },
    180,
  );
  return found.at(-1)!;
}
