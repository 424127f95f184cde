const STOPPED = '停产|停用|停工|停业|停止生产|停止经营|关停|关闭|注销|吊销|搬迁|拆除|破产|倒闭|退出|暂停|歇业|转产';
const IN_NAME = new RegExp(`[(—-]\\s*([^()—]{0,6}(?:${STOPPED})[^()]{0,10})\\)?\\s*$`, 'u');
const WORD = new RegExp(STOPPED, 'u');

/** What a text says of an enterprise that no longer works as it did: 已停产，暂停驻点; null when it says nothing of the kind. */
export const stoppedIn = (text: string): string | null => (WORD.test(text) ? text : null);

/** The name of an enterprise without a note behind it that it has stopped: 甲厂（停产）. */
export function nameWithoutNote(text: string): { name: string; note: string | null } {
  const [whole, note] = IN_NAME.exec(text) ?? [];
  return whole === undefined || note === undefined || whole.length === text.length
    ? { name: text, note: null }
    : { name: text.slice(0, -whole.length).trim(), note };
}
