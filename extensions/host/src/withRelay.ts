import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from './isLoopback.ts';
import type { Config } from './config.ts';
import { PlainRelayError } from './PlainRelayError.ts';

/** What is set of the relay. */
export type RelayConfig = Pick<
  Config,
  | 'ZHUDIAN_SMTP_HOST'
  | 'ZHUDIAN_SMTP_PORT'
  | 'ZHUDIAN_SMTP_SECURE'
  | 'ZHUDIAN_SMTP_PLAIN'
  | 'ZHUDIAN_SMTP_USER'
  | 'ZHUDIAN_SMTP_PASSWORD'
  | 'ZHUDIAN_SMTP_TIMEOUT'
>;

/**
 * Does something over a connection of its own to the relay, the way official mail goes: greeted, in TLS where the relay offers it, logged in
 * where a user is set. Rejects when it does not come to that, and when the relay breaks off.
 */
export async function withRelay<T>(config: RelayConfig, use: (connection: SMTPConnection) => Promise<T>): Promise<T> {
  const connection = new SMTPConnection({
    host: config.ZHUDIAN_SMTP_HOST,
    port: config.ZHUDIAN_SMTP_PORT,
    secure: config.ZHUDIAN_SMTP_SECURE,
    connectionTimeout: Math.min(config.ZHUDIAN_SMTP_TIMEOUT, 10_000),
    greetingTimeout: Math.min(config.ZHUDIAN_SMTP_TIMEOUT, 10_000),
    socketTimeout: config.ZHUDIAN_SMTP_TIMEOUT,
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('the relay closed the connection')));
      connection.connect((fault) => {
        if (fault) return reject(fault);
        logIn(connection, config, (error) => {
          if (error) reject(error);
          else use(connection).then(resolve, reject);
        });
      });
    });
  } finally {
    connection.removeAllListeners();
    connection.on('error', () => undefined);
    connection.close();
  }
}

/** Never over an open line, unless somebody said so or the line does not leave this machine: whoever listens could mail in the office's name. */
function logIn(connection: SMTPConnection, config: RelayConfig, done: (error?: Error | null) => void): void {
  const { ZHUDIAN_SMTP_HOST: host, ZHUDIAN_SMTP_USER: user, ZHUDIAN_SMTP_PASSWORD: pass } = config;
  if (!user) return done();
  if (!connection.secure && !config.ZHUDIAN_SMTP_PLAIN && !isLoopback(host)) return done(new PlainRelayError(host));
  connection.login({ user, pass }, done);
}
