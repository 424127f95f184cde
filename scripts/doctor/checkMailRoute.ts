import type { Config } from '../../extensions/host/src/config.ts';
import { trySender } from '../../extensions/host/src/trySender.ts';
import { withRelay } from '../../extensions/host/src/withRelay.ts';
import { extensionConfig } from './extensionConfig.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { relayRemedy } from './relayRemedy.ts';
import { checkNames, wayOutTexts } from '../texts/doctorTexts.ts';

/** Whether official mail gets as far as the relay: greeted, in TLS, logged in, its sender taken, by the same way and with the same settings; nothing is mailed. */
export async function checkMailRoute(patient: Patient): Promise<Finding[]> {
  const check = checkNames.mailRoute();
  const relay = extensionConfig(patient);
  const { ZHUDIAN_SMTP_HOST: host, ZHUDIAN_SMTP_PORT: port, ZHUDIAN_SMTP_USER: user } = relay;
  const isCatcher = host === '127.0.0.1' && port === patient.config.ports.smtp;
  const address = `${host}:${port}`;
  const where = isCatcher ? wayOutTexts.toCatcher(address) : address;
  try {
    const isSecure = await withRelay(relay, async (connection) => {
      await trySender(connection, relay.ZHUDIAN_MAIL_FROM);
      return connection.secure;
    });
    return [{ check, ok: true, detail: isCatcher ? where : wayOutTexts.reached(where, isSecure, user), remedy: warning(relay, isSecure) }];
  } catch (error) {
    const { message, response } = error as Error & { response?: string };
    return [
      {
        check,
        ok: false,
        detail: `${where}: ${message}${response && !message.includes(response) ? ` (${response})` : ''}`,
        remedy: wayOutTexts.waits(relayRemedy(error as Error)),
      },
    ];
  }
}

function warning({ ZHUDIAN_SMTP_PLAIN, ZHUDIAN_SMTP_USER }: Config, isSecure: boolean): string | undefined {
  if (!ZHUDIAN_SMTP_PLAIN || !ZHUDIAN_SMTP_USER) return undefined;
  return isSecure ? wayOutTexts.plainNeedless() : wayOutTexts.plain();
}
