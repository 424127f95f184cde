import type { Runtime } from '../../runtime/Runtime.ts';
import { countUnconfirmed } from '../../hazards/countUnconfirmed.ts';
import { tellChange } from './tellChange.ts';

/** Tells people that the plan was used up and still nobody confirmed: mail has been tried, a telephone has to be. Again every four hours. */
export async function watchConfirmations(runtime: Runtime): Promise<void> {
  const { database, config } = runtime;
  if (config.ZHUDIAN_ALERT_WEBHOOK === '') return;
  const count = await countUnconfirmed(database);
  const text =
    count === 0
      ? '【驻点监督】催办已完的重大事故隐患均已签收。'
      : `【驻点监督】有 ${count} 处重大事故隐患按催办计划全部催办后仍无人签收，请立即电话联系市化工专项行动办确认！`;
  await tellChange({ key: 'acknowledgement', repeatMinutes: 240, isTrouble: count > 0, text: `${text}\n${config.PUBLIC_URL}` }, runtime);
}
