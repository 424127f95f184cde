import { tellRobot } from '../../extensions/host/src/tellRobot.ts';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { extensionConfig } from './extensionConfig.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const check = 'Alerts';

/**
 * Whether somebody hears of it when mail cannot leave. Having no robot is a warning, in production, and no fault: an office may watch by other
 * means, and a doctor that is never well is one nobody listens to.
 */
export async function checkAlerts(patient: Patient): Promise<Finding[]> {
  const { ZHUDIAN_ALERT_WEBHOOK: webhook, PUBLIC_URL } = extensionConfig(patient);
  const { production } = patient.config;
  if (webhook === '') {
    const remedy = 'When mail fails, mail cannot say so: name the robot of a WeCom or DingTalk group in ZHUDIAN_ALERT_WEBHOOK.';
    return [{ check, ok: patient.tell !== true, detail: 'no robot is named', remedy: production || patient.tell ? remedy : undefined }];
  }
  // The rest of the address is the key to the group.
  const robot = `the robot at ${new URL(webhook).host}`;
  if (!patient.tell) return [{ check, ok: true, detail: `${robot}; npm run doctor -- --tell lets it say a word` }];
  try {
    const said = await tellRobot(webhook, `【驻点监督】这是一条测试消息：机器人工作正常，无需处理。\n${PUBLIC_URL}`);
    return [{ check, ok: true, detail: `${robot} was given a test message and answered: ${said || 'nothing'}. See that it is in the group.` }];
  } catch (error) {
    return [
      {
        check,
        ok: false,
        detail: `${robot}: ${reasonOf(error)}`,
        remedy:
          'Copy ZHUDIAN_ALERT_WEBHOOK from the group again (DingTalk: with the keyword 驻点). Not reached at all: a firewall, or a proxy: HTTPS_PROXY and NODE_USE_ENV_PROXY=1.',
      },
    ];
  }
}
