import { z } from 'zod/v4';
import { MailAddress } from './MailAddress.ts';

/** A header stays on its line: a line break in it would start another header. */
const headerText = z
  .string()
  .trim()
  .min(1, '邮件主题不能为空')
  .max(400, '邮件主题超过 400 个字符')
  .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), '邮件主题含有换行或控制字符');

/**
 * One official mail as it is handed over to the ledger. `key` makes a second hand-over the same mail.
 * Attachments carry their bytes in base64; together at most 20 MiB, what common relays take.
 */
export const MailRequest = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\x21-\x7e]+$/, '邮件键只能是可见的 ASCII 字符'),
  kind: z.enum(['major_hazard', 'unacknowledged', 'report', 'evaluation', 'reminder', 'operations']),
  hazard: z.uuid().nullish(),
  to: z.array(MailAddress).min(1, '至少一个收件地址').max(50),
  cc: z.array(MailAddress).max(50).default([]),
  subject: headerText,
  html: z.string().min(1, '邮件正文不能为空').max(2_000_000),
  text: z.string().max(1_000_000).nullish(),
  /** Keys of the reminders that it carries: they are noted as sent to `to` together with the mail. */
  reminders: z.array(z.string().min(1).max(300)).max(20_000).default([]),
  attachments: z
    .array(
      z.strictObject({
        filename: z
          .string()
          .min(1)
          .max(200)
          .refine((name) => !/[\p{Cc}/\\]/u.test(name), '附件名含有不允许的字符'),
        content_type: z
          .string()
          .regex(/^[\w.+-]+\/[\w.+-]+$/)
          .default('application/octet-stream'),
        content: z.base64(),
      }),
    )
    .max(20)
    .default([])
    .refine((files) => files.reduce((sum, file) => sum + file.content.length, 0) <= (20 * 1024 * 1024 * 4) / 3, '附件合计超过 20 MiB'),
});

export type MailRequest = z.infer<typeof MailRequest>;
