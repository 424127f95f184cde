import { serverWords } from './serverWords.ts';
import { useText } from './useText.ts';

const messages = {
  'zh-CN': { noAnswer: '网络不通或服务器没有应答，请稍后重试' },
  'en-US': { noAnswer: 'The network is down or the server does not answer; try again later' },
};

/** Why a request failed, in words: the server's own, or that it said nothing. */
export function useServerWords(): (error: unknown) => string {
  const t = useText(messages);
  return (error) => serverWords(error) ?? t.value.noAnswer;
}
