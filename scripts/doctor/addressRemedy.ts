/** What to do when the public address was not reached, by what the line said. */
export function addressRemedy(reason: string): string {
  if (/certificate has expired/i.test(reason)) return 'Renew the certificate of the reverse proxy now: nobody can open or confirm anything.';
  if (/self-signed|unable to (?:verify|get)/i.test(reason))
    return "Its authority is unknown here, and to phones without it: take a certificate they trust, and let the proxy send the whole chain. The office's own authority: its PEM file in NODE_EXTRA_CA_CERTS.";
  if (/altnames|does not match certificate/i.test(reason)) return 'Give the reverse proxy a certificate for the name in ZHUDIAN_PUBLIC_URL.';
  return 'Open it on a desk of the office. If it works there, only this machine does not find the way: name the proxy in its /etc/hosts. Else: the name in DNS, the proxy, the firewall.';
}
