import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

beforeAll(async () => {
  as = await logins(test);
}, 600_000);

describe('the handbook in the panel', () => {
  it.each(['inspector', 'county', 'city', 'maintainer'])('%s: is there for whoever has logged in, with every picture it shows', async (handbook) => {
    const { data, errors } = await as.inspector.send<{ text: string }>('GET', `/zhudian/help/${handbook}`);
    expect(errors).toEqual([]);
    expect(data.text).toMatch(/^# /);
    // What is outside the panel is no link in it.
    expect(data.text).not.toMatch(/\]\(\.\./);
    const pictures = [...data.text.matchAll(/\]\((\/zhudian\/help\/images\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures.length).toBeGreaterThan(0);
    for (const path of pictures)
      expect(
        Buffer.from(await as.auditor.download(path))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
  });

  it('is not for strangers, and hands out no other file', async () => {
    expect((await as.stranger.send('GET', '/zhudian/help/city')).status).toBe(403);
    expect((await as.stranger.send('GET', '/zhudian/help/images/workbench-city.png')).status).toBe(403);
    for (const path of ['root', '..%2Fpackage', 'images/..%2F..%2Fpackage.png', 'images/nothing.png'])
      expect([400, 404]).toContain((await as.city.send('GET', `/zhudian/help/${path}`)).status);
  });
});
