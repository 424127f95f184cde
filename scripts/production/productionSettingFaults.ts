/** Settings an office's own installation cannot do without. */
export function productionSettingFaults(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { ZHUDIAN_PUBLIC_URL: url, ZHUDIAN_SMTP_HOST: host, ZHUDIAN_MAIL_FROM: from, ZHUDIAN_DEMO: demo } = environment;
  return [
    ...(url?.startsWith('https://') === true
      ? []
      : ['ZHUDIAN_PUBLIC_URL is no https:// address: the links in mails would lead nowhere, and passwords would travel in the open.']),
    ...(host === undefined ? ['ZHUDIAN_SMTP_HOST names no relay: reports of major hazards would stay in the mail catcher of this machine.'] : []),
    ...(from === undefined || /[@.]example(?:\.org|\.com)?$/.test(from)
      ? ['ZHUDIAN_MAIL_FROM is not an address of your own: relays refuse invented senders.']
      : []),
    ...(demo !== undefined && /^(?:true|1|yes|on|y|enabled)$/i.test(demo)
      ? ['ZHUDIAN_DEMO is on: invented enterprises and well-known logins do not belong here.']
      : []),
  ];
}
