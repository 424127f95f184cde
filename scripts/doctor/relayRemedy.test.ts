import { expect, it } from 'vitest';
import { relayRemedy } from './relayRemedy.ts';

it.each([
  ['unable to verify the first certificate', 'NODE_EXTRA_CA_CERTS'],
  ['certificate has expired', 'renewed'],
  ["Hostname/IP does not match certificate's altnames: Host: relay. is not in the cert's altnames", 'ZHUDIAN_SMTP_HOST as its certificate'],
  ['Greeting never received', 'ZHUDIAN_SMTP_SECURE does not fit'],
  ['getaddrinfo ENOTFOUND smtp.city.example', 'firewall'],
])('knows what to do about “%s”', (message, remedy) => {
  expect(relayRemedy(new Error(message))).toContain(remedy);
});
