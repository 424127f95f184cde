/**
 * Says a text in a group of WeCom or DingTalk by their robots' webhooks, which take the same message. Answers with the robot's words; rejects
 * when it did not take the message.
 */
export async function tellRobot(webhook: string, text: string): Promise<string> {
  const response = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
    signal: AbortSignal.timeout(10_000),
  });
  const said = await response.text();
  // Both answer 200 to a message they refuse, with a code and a reason.
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(said)?.[1] ?? '0';
  if (!response.ok || code !== '0') throw new Error(`the robot refused: HTTP ${response.status} ${said.slice(0, 200)}`);
  return said.slice(0, 200);
}
