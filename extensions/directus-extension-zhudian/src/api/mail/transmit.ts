import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { tellFaults, type RecipientFault, type SendOutcome } from '@zhudian/core/mail/SendOutcome.ts';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Config } from '@zhudian/host/config.ts';
import { withRelay } from '@zhudian/host/withRelay.ts';

interface SmtpFault extends Error {
  responseCode?: number;
  response?: string;
  recipient?: string;
  /** Of each recipient, when none was taken. */
  rejectedErrors?: readonly SmtpFault[];
}

/** Bytes given at a time, so that a slow line is noticed while the message is on its way and not after. */
const SLICE = 64 * 1024;

/** nodemailer has one time-out for the whole conversation and no way to change it in the middle. */
const socketOf = (connection: SMTPConnection): Socket | undefined => (connection as unknown as { readonly _socket?: Socket })._socket;

/** The message was not sent because another sender holds it by now. */
export class LostMail extends Error {}

/**
 * Hands one message to the relay over a connection of its own.
 *
 * @param begin called when the relay has answered 354 and before the first byte; false stops the attempt
 */
export async function transmit(raw: Buffer, recipients: readonly string[], begin: () => Promise<boolean>, config: Config): Promise<SendOutcome> {
  let begun = false;
  const message = async function* (connection: SMTPConnection): AsyncGenerator<Buffer> {
    if (!(await begin())) throw new LostMail('another sender holds this mail by now');
    begun = true;
    for (let at = 0; at < raw.length; at += SLICE) yield raw.subarray(at, at + SLICE);
    // Asked for more means: all but what lies in buffers is on the wire. From here on silence is the relay's thinking.
    socketOf(connection)?.setTimeout(config.ZHUDIAN_SMTP_ANSWER_TIMEOUT);
  };
  const envelope = { from: config.ZHUDIAN_MAIL_FROM, to: [...recipients], size: raw.length };
  try {
    return await withRelay(config, async (connection) => {
      const content = Readable.from(message(connection));
      return new Promise<SendOutcome>((resolve, reject) => {
        connection.send(envelope, content, (error, info) => {
          if (error) return reject(error);
          resolve(accepted(info.response, info.accepted, info.rejectedErrors ?? []));
        });
      });
    });
  } catch (error) {
    if (error instanceof Error && isLost(error)) throw new LostMail(error.message);
    return failed(error as SmtpFault, begun);
  }
}

/** nodemailer wraps what a stream throws; the message is what survives. */
function isLost(error: Error): boolean {
  return error instanceof LostMail || error.message.includes('another sender holds this mail');
}

function accepted(response: string, recipients: readonly string[], faults: readonly SmtpFault[]): SendOutcome {
  return {
    kind: 'accepted',
    response,
    accepted: recipients,
    deferred: faults.filter((fault) => !isRefusal(fault)).map(recipientFault),
    refused: faults.filter(isRefusal).map(recipientFault),
  };
}

function failed(fault: SmtpFault, begun: boolean): SendOutcome {
  const nobody = fault.rejectedErrors ?? [];
  // Told one by one: nodemailer's own words name no address, and have only the last one's answer.
  if (nobody.length > 0) return { kind: nobody.every(isRefusal) ? 'refused' : 'deferred', error: tellFaults(nobody.map(recipientFault)) };
  const error = fault.response ? `${fault.message} (${fault.response})` : fault.message;
  const code = fault.responseCode ?? 0;
  // A relay that shuts down says 421 whatever it has just taken: after DATA that is no answer to the message.
  if (begun && code === 421) return { kind: 'unknown', error };
  if (code >= 500) return { kind: 'refused', error };
  if (code >= 400) return { kind: 'deferred', error };
  return { kind: begun ? 'unknown' : 'deferred', error };
}

function isRefusal({ responseCode }: SmtpFault): boolean {
  return (responseCode ?? 0) >= 500;
}

function recipientFault({ recipient, response, message }: SmtpFault): RecipientFault {
  return { address: recipient ?? '', answer: response ?? message };
}
