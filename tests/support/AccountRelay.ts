import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { OwnCertificate } from './ownCertificate.ts';

export const ACCOUNT = { user: 'zhudian', password: 'a-password-of-the-relay' } as const;

/** A real SMTP server that asks for a log-in, with TLS on request where it has a certificate and without any where it has none. */
export class AccountRelay {
  /** Who logged in, over which line. */
  readonly logins: { readonly user: string; readonly isSecure: boolean }[] = [];
  /** How many messages it took. */
  taken = 0;
  readonly #server: SMTPServer;

  /**
   * @param certificate its own; none: no TLS
   * @param sender the one address it takes mail of, as relays do that bind a sender to the account; undefined: every sender’s
   */
  constructor(certificate?: OwnCertificate, sender?: string) {
    this.#server = new SMTPServer({
      ...(certificate ?? { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth: ({ username = '', password }, session, callback) => {
        this.logins.push({ user: username, isSecure: session.secure });
        if (username === ACCOUNT.user && password === ACCOUNT.password) callback(null, { user: username });
        else callback(new Error('authentication failed'));
      },
      onMailFrom: ({ address }, _session, callback) => {
        if (sender === undefined || address === sender) callback();
        else callback(Object.assign(new Error('Mail from must equal authorized user'), { responseCode: 501 }));
      },
      onData: (stream, _session, callback) => {
        stream.resume();
        stream.on('end', () => {
          this.taken += 1;
          callback();
        });
      },
    });
    // A client that does not trust the certificate hangs up in the middle.
    this.#server.on('error', () => undefined);
  }

  /** The port it listens on. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}
