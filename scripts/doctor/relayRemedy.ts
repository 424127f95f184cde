import { PlainRelayError } from '../../extensions/host/src/PlainRelayError.ts';
import { SenderRefusedError } from '../../extensions/host/src/trySender.ts';

/** What to do when the relay was not reached, by what it or the line said. */
export function relayRemedy(error: Error & { code?: string }): string {
  const { message } = error;
  if (error instanceof PlainRelayError)
    return 'It offers no TLS, so nobody logs in. Turn TLS on at the relay, or take its port 465 with ZHUDIAN_SMTP_SECURE=true; only in a network you trust: ZHUDIAN_SMTP_PLAIN=true.';
  if (error instanceof SenderRefusedError)
    return 'It takes mail of the account that logged in, or of addresses it knows, only: set ZHUDIAN_MAIL_FROM to that account, or have the relay allow this sender. Until then every report is refused.';
  if (/self-signed|unable to (?:verify|get)/i.test(message))
    return "Its certificate is of nobody this machine knows: put that of the office's own authority (or, self-signed, its own) as PEM into a file, name it in NODE_EXTRA_CA_CERTS in .env, and start again.";
  if (/certificate (?:has expired|is not yet valid)/i.test(message))
    return 'Have the certificate of the relay renewed, and look whether the clock of this machine is right.';
  if (/altnames|does not match certificate/i.test(message)) return 'Name the relay in ZHUDIAN_SMTP_HOST as its certificate names it.';
  if (/wrong version number|packet length too long|Greeting never received/i.test(message))
    return 'ZHUDIAN_SMTP_SECURE does not fit ZHUDIAN_SMTP_PORT: true for 465, false for 25 and 587.';
  if (error.code === 'EAUTH') return 'Check ZHUDIAN_SMTP_USER and ZHUDIAN_SMTP_PASSWORD; some relays want a password of its own for programs.';
  return 'Check ZHUDIAN_SMTP_HOST and ZHUDIAN_SMTP_PORT, and that a firewall lets this machine reach the relay.';
}
