import type { Runtime } from '../runtime/Runtime.ts';
import { mentionMail, type Mention } from './mentionMail.ts';

type Send = (this: unknown, data: Mention) => Promise<void>;

const WATCHED = Symbol.for('zhudian.mentions');

/**
 * Puts `mentionMail` before the mails of Directus's own notifications that somebody caused by a comment. What it mails about by itself, as from a
 * flow, has no sender and passes.
 */
export function watchMentions({ services, database, config }: Runtime): void {
  const notifications = services.NotificationsService.prototype as unknown as { sendEmail: Send; [WATCHED]?: true };
  if (notifications[WATCHED]) return;
  notifications[WATCHED] = true;
  const { sendEmail } = notifications;
  notifications.sendEmail = async function (data) {
    if (!data.sender || !data.collection || !data.item) {
      await sendEmail.call(this, data);
      return;
    }
    const { name }: { name: string | null } = await database.first(database.raw('zhudian_person_name(?) AS name', [data.sender as string]));
    await sendEmail.call(this, mentionMail(data, name ?? '', config.PUBLIC_URL));
  };
}
