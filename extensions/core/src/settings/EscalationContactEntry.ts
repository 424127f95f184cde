import { z } from 'zod/v4';
import { MailAddress } from '../mail/MailAddress.ts';

/** A line of the escalation plan as the settings keep it. */
export const EscalationContactEntry = z.object({
  name: z.string({ error: '姓名未填写' }),
  email: MailAddress,
  after_minutes: z.coerce.number({ error: '分钟数须为数字' }).min(0, '分钟数不能为负'),
});
