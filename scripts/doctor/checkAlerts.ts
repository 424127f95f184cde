import { tellRobot } from '../../extensions/host/src/tellRobot.ts';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { extensionConfig } from './extensionConfig.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { checkNames, wayOutTexts } from '../texts/doctorTexts.ts';

/**
 * Whether somebody hears of it when mail cannot leave. Having no robot is a warning, in production, and no fault: an office may watch by other
 * means, and a doctor that is never well is one nobody listens to.
 */
export async function checkAlerts(patient: Patient): Promise<Finding[]> {
  const { ZHUDIAN_ALERT_WEBHOOK: webhook, PUBLIC_URL } = extensionConfig(patient);
  const { production } = patient.config;
  const check = checkNames.alerts();
  if (webhook === '') {
    return [
      {
        check,
        ok: patient.tell !== true,
        detail: wayOutTexts.noRobot(),
        remedy: production || patient.tell ? wayOutTexts.noRobotRemedy() : undefined,
      },
    ];
  }
  // The rest of the address is the key to the group.
  const robot = wayOutTexts.robot(new URL(webhook).host);
  if (!patient.tell) return [{ check, ok: true, detail: wayOutTexts.robotUntried(robot) }];
  try {
    const said = await tellRobot(webhook, `【驻点监督】这是一条测试消息：机器人工作正常，无需处理。\n${PUBLIC_URL}`);
    return [{ check, ok: true, detail: wayOutTexts.robotSaid(robot, said) }];
  } catch (error) {
    return [
      {
        check,
        ok: false,
        detail: `${robot}: ${reasonOf(error)}`,
        remedy: wayOutTexts.robotRemedy(),
      },
    ];
  }
}
