import { settingTexts } from '../texts/settingTexts.ts';

/** Nobody's: reserved for examples (RFC 2606). */
const INVENTED = /[@.]example(?:\.org|\.com)?$/i;

/** Settings an office's own installation cannot do without. */
export function productionSettingFaults(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { ZHUDIAN_PUBLIC_URL: url, ZHUDIAN_SMTP_HOST: host, ZHUDIAN_MAIL_FROM: from, ZHUDIAN_ADMIN_EMAIL: admin, ZHUDIAN_DEMO: demo } = environment;
  return [
    ...(url?.startsWith('https://') === true ? [] : [settingTexts.noHttps()]),
    ...(host === undefined ? [settingTexts.noRelay()] : []),
    ...(from === undefined || INVENTED.test(from) ? [settingTexts.noSender()] : []),
    ...(admin === undefined || INVENTED.test(admin) ? [settingTexts.noAdministrator()] : []),
    ...(demo !== undefined && /^(?:true|1|yes|on|y|enabled)$/i.test(demo) ? [settingTexts.demoOn()] : []),
  ];
}
