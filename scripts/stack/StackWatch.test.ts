import { expect, it } from 'vitest';
import { StackWatch, type StackState } from './StackWatch.ts';

const MINUTE = 60_000;
const WELL: StackState = { free: 20_000, down: [] };

function watch(): { said: string[]; look: (state: Partial<StackState>, minute: number) => Promise<void>; refuse: (isRefused: boolean) => void } {
  const said: string[] = [];
  let isRefused = false;
  const stack = new StackWatch({
    ...{ dataDir: '/srv/zhudian', publicUrl: 'https://zhudian.example', after: 5 * MINUTE },
    tell: async (text) => {
      if (isRefused) throw new Error('the robot refused');
      said.push(text);
    },
  });
  return {
    said,
    look: async (state, minute) => stack.look({ ...WELL, ...state }, minute * MINUTE),
    refuse: (now) => {
      isRefused = now;
    },
  };
}

it('tells at once that the disk fills up, again after hours, and that there is room only when there is plenty', async () => {
  const { said, look } = watch();
  await look({ free: 2_000 }, 0);
  expect(said).toEqual([]);
  await look({ free: 1_999 }, 1);
  await look({ free: 1_500 }, 2);
  expect(said).toEqual([expect.stringMatching(/^【驻点监督】服务器磁盘空间不足，数据所在磁盘仅剩 1999 MB！[^]*\/srv\/zhudian/)]);
  await look({ free: 2_100 }, 3);
  expect(said).toHaveLength(1);
  await look({ free: 900 }, 242);
  expect(said[1]).toContain('仅剩 900 MB');
  await look({ free: 3_000 }, 243);
  await look({ free: 3_000 }, 244);
  expect(said.slice(2)).toEqual([expect.stringContaining('已恢复正常，剩余 3000 MB')]);
});

it('tells that Directus does not come back, and what else is down; one that comes back soon is no alarm', async () => {
  const { said, look } = watch();
  for (const minute of [0, 1, 2, 3, 4]) await look({ down: ['Directus'] }, minute);
  await look({}, 5);
  for (const minute of [6, 7, 8, 9, 10]) await look({ down: ['PostgreSQL', 'Directus'] }, minute);
  expect(said).toEqual([]);
  await look({ down: ['PostgreSQL', 'Directus'] }, 11);
  await look({ down: ['PostgreSQL', 'Directus'] }, 12);
  expect(said).toEqual([expect.stringMatching(/已持续 5 分钟[^]*没有响应：PostgreSQL、Directus。[^]*电话报告/)]);
  await look({}, 13);
  expect(said[1]).toContain('系统已恢复运行');
});

it('leaves to Directus, while it answers, what that tells itself', async () => {
  const { said, look } = watch();
  for (const minute of [0, 5, 10, 300]) await look({ down: ['PostgreSQL', 'n8n'] }, minute);
  expect(said).toEqual([]);
});

it('rejects when something could not be told, and tells it at the next look', async () => {
  const { said, look, refuse } = watch();
  refuse(true);
  await expect(look({ free: 100 }, 0)).rejects.toThrow('could not be told');
  refuse(false);
  await look({ free: 100 }, 1);
  expect(said).toHaveLength(1);
});
