import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** nodemailer has no way to ask about a sender alone; its exact version is pinned. */
interface Conversation {
  _sendCommand(line: string): void;
  readonly _responseActions: ((answer: string) => void)[];
}

/** The relay takes no mail of this sender. */
export class SenderRefusedError extends Error {
  constructor(sender: string, response: string) {
    super(`${sender} was refused as the sender: ${response}`);
    this.name = 'SenderRefusedError';
  }
}

/**
 * Asks the relay whether it takes mail of a sender (MAIL FROM), and takes the question back (RSET): nothing is mailed.
 *
 * @throws SenderRefusedError with the relay's words; a relay that is only busy (4xx) refuses nobody
 */
export async function trySender(connection: SMTPConnection, sender: string): Promise<void> {
  const conversation = connection as unknown as Conversation;
  const answer = await new Promise<string>((resolve, reject) => {
    connection.once('error', reject);
    conversation._responseActions.push(resolve);
    conversation._sendCommand(`MAIL FROM:<${sender}>`);
  });
  if (answer.startsWith('5')) throw new SenderRefusedError(sender, answer.trim());
  await new Promise<void>((resolve) => connection.reset(() => resolve()));
}
