import { z } from 'zod/v4';

/** One address, without a display name: names come from people and belong in the text. */
export const MailAddress = z.email({ error: (issue) => `收件地址“${String(issue.input).slice(0, 80)}”无效` }).max(254);
