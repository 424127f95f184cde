import type { Actor } from '@zhudian/core/states/Steps.ts';
import type { Health, PartHealth, PartStatus } from './Health.ts';
import { sayPart } from './sayPart.ts';

/** Part by part, for whoever watches over the whole. */
interface Whole {
  readonly status: PartStatus;
  readonly at: string;
  /** Of Zhudian; null where the database does not answer. */
  readonly version: string | null;
  readonly parts: readonly object[];
}
/** What somebody who only works with it has to know. */
interface Plain {
  readonly status: PartStatus;
  readonly message: string;
  readonly services: readonly { readonly name: string; readonly status: PartStatus; readonly message: string }[];
}

/** Services as people in counties know them. What others have not done (a confirmation, a setting) is no matter of theirs. */
const SERVICES: Readonly<Record<string, readonly PartHealth['part'][]>> = {
  系统登录与填报: ['database', 'directus'],
  重大隐患直报邮件: ['mail', 'restore'],
  文书与提醒: ['outbox', 'n8n', 'workflows'],
};
const WELL = '正常';

/**
 * The health as its reader needs it: a stranger, a load balancer for one, learns whether the system is up; the city each part in its words, with
 * lag and backlog; counties and inspectors whether the services are well; auditors, the automation and administrators everything.
 */
export function healthFor(actor: Actor | 'stranger', health: Health): Whole | Plain | { readonly status: 'ok' | 'error' } {
  if (actor === 'stranger' || actor === 'unknown') return { status: health.status === 'error' ? 'error' : 'ok' };
  if (actor === 'county' || actor === 'inspector') return plain(health);
  const parts = health.parts.map((part) => {
    const { label, text } = sayPart(part);
    const { status, lag_seconds = null, backlog = null } = part;
    return actor === 'city'
      ? { part: part.part, label, status, message: text, lag_seconds, backlog }
      : { ...part, label, text, lag_seconds, backlog };
  });
  return { ...health, parts };
}

function plain({ parts }: Health): Plain {
  const services = Object.entries(SERVICES).map(([name, of]) => {
    const status = worst(parts.filter(({ part }) => of.includes(part)).map((part) => part.status));
    return { name, status, message: status === 'ok' ? WELL : status === 'warn' ? '略有延迟' : '暂不正常，市级已能看到' };
  });
  const status = worst(services.map((service) => service.status));
  const mail = services[1]?.status === 'error';
  return {
    status,
    services,
    message:
      status === 'ok' ? '各项服务正常' : mail ? '直报邮件发送不正常：发现重大隐患请同时电话报告市化工专项行动办' : '部分服务不正常，填报不受影响',
  };
}

function worst(all: readonly PartStatus[]): PartStatus {
  return all.includes('error') ? 'error' : all.includes('warn') ? 'warn' : 'ok';
}
