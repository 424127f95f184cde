import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');

/** Sender where none is named: nobody's, so that no relay takes it for somebody's. */
export const INVENTED_SENDER = 'zhudian@zhudian.example';

/** Environment variables of the extension: name, meaning, unit, default. Everything else of Directus is its own. */
const Config = z.object({
  /** Relay that official mail is handed to. */
  ZHUDIAN_SMTP_HOST: z.string().min(1).default('127.0.0.1'),
  ZHUDIAN_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(1025),
  /** TLS from the first byte (port 465); otherwise STARTTLS is used where the relay offers it. */
  ZHUDIAN_SMTP_SECURE: flag.default(false),
  /** `true`: logs in although the relay offers no TLS; user, password and mails then travel in the open. */
  ZHUDIAN_SMTP_PLAIN: flag.default(false),
  ZHUDIAN_SMTP_USER: z.string().default(''),
  ZHUDIAN_SMTP_PASSWORD: z.string().default(''),
  /** Sender of official mail; its domain is the domain of the Message-IDs. */
  ZHUDIAN_MAIL_FROM: z.email().default(INVENTED_SENDER),
  /** Milliseconds the relay may be silent until it has the whole message. */
  ZHUDIAN_SMTP_TIMEOUT: z.coerce.number().int().min(100).default(20_000),
  /** Milliseconds it may then take to answer: it may be scanning (RFC 5321, 4.5.3.2.6). Given up earlier, a mail it took goes out twice. */
  ZHUDIAN_SMTP_ANSWER_TIMEOUT: z.coerce.number().int().min(100).default(600_000),
  /** Mails under way at once in this process. */
  ZHUDIAN_MAIL_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
  /** `false`: the calendar begins nothing by itself (drafts of reports, compilations). For rehearsals. */
  ZHUDIAN_CALENDAR_WORK: flag.default(true),
  /** LibreOffice's program for previews; empty: the one in the search path; `off`: none. */
  ZHUDIAN_SOFFICE: z.string().default(''),
  /** Address of a Gotenberg server that makes previews instead of LibreOffice on this machine. */
  ZHUDIAN_GOTENBERG_URL: z.union([z.literal(''), z.url()]).default(''),
  /** Milliseconds a preview may take. */
  ZHUDIAN_PREVIEW_TIMEOUT: z.coerce.number().int().min(1000).default(60_000),
  /** Seconds after which what somebody asked for ends with a reason when it shows no sign of life, while n8n is well. */
  ZHUDIAN_REQUEST_PATIENCE: z.coerce.number().int().min(1).default(120),
  /** Key of the links with which the city office confirms; at least 32 characters, the same on every instance. */
  ZHUDIAN_ACKNOWLEDGE_SECRET: z.string().min(32),
  /** Lets a Prometheus read `/zhudian/metrics`, in the header `X-Zhudian-Metrics`; empty: only the automation and administrators. */
  ZHUDIAN_METRICS_TOKEN: z
    .string()
    .refine((token) => token === '' || token.length >= 16, 'at least 16 characters')
    .default(''),
  /** Robot of a WeCom or DingTalk group that says what is wrong with mail and with the system; empty: none. */
  ZHUDIAN_ALERT_WEBHOOK: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Seconds a trouble lasts before the robot speaks: mail that waits, a database that does not answer, a part in error. */
  ZHUDIAN_ALERT_AFTER: z.coerce.number().int().min(1).default(300),
  /** Seconds between two looks for mail that waits; parts in error and confirmations are looked at every fourth time. */
  ZHUDIAN_ALERT_LOOK: z.coerce.number().int().min(1).max(60).default(15),
  /** Address under which people reach this installation; links in mails start with it. */
  PUBLIC_URL: z.url(),
});

export type Config = Readonly<z.infer<typeof Config>>;

/** The names of all settings read here; each may come as a file, whose path stands under the name with `_FILE`. */
export const SETTINGS: readonly string[] = Object.keys(Config.shape).flatMap((name) => [name, `${name}_FILE`]);

/**
 * Reads the configuration once; all faults are reported together.
 *
 * @param env the environment as Directus gives it: it has made values of what looks like one (`1.50` is 1.5 there, a password with a comma a list)
 * @param texts the same as it was written; what is there counts
 */
export function readConfig(env: Record<string, unknown>, texts: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(Config.shape).map((name) => [
      name,
      asWritten(texts[name]) ?? plain(env[name]) ?? secretOf(texts[`${name}_FILE`] ?? env[`${name}_FILE`]),
    ]),
  );
  const result = Config.safeParse(given);
  if (!result.success) throw new Error(`zhudian: wrong configuration\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** Directus lets a text be marked as one (`string:1.50`). */
function asWritten(text: string | undefined): string | undefined {
  return text?.replace(/^string:/, '');
}

/** A container's secrets come as files; Directus reads those of its own settings only. */
function secretOf(file: unknown): string | undefined {
  return typeof file === 'string' && file !== '' ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Directus turns `true` and `25` in its environment into values of their own; here all are texts. What it made a list of is refused by name. */
function plain(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
