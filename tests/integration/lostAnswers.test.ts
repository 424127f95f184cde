import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpVisitServer } from '../../extensions/directus-extension-zhudian/src/app/visit/lib/httpVisitServer.ts';
import { blankHazard } from '../../extensions/directus-extension-zhudian/src/app/visit/lib/readVisit.ts';
import { startVisit } from '../../extensions/directus-extension-zhudian/src/app/visit/lib/startVisit.ts';
import { syncOnce } from '../../extensions/directus-extension-zhudian/src/app/visit/lib/syncOnce.ts';
import type { VisitDraft } from '../../extensions/directus-extension-zhudian/src/app/visit/lib/VisitDraft.ts';
import { LosingRelay } from '../support/LosingRelay.ts';
import { phoneClient } from '../support/phoneClient.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signatures } from '../support/samplePictures.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
/** Rounds of sending after which a phone on a good network has sent everything, whatever was lost before. */
const ROUNDS = 5;
let world: RuleWorld;
let relay: LosingRelay;
let api: ReturnType<typeof phoneClient>;
let user: string;
let photo: Blob;
let signature: Blob;

beforeAll(async () => {
  world = await ruleWorld(test);
  const { config, secrets } = test.stack;
  relay = new LosingRelay(config.ports.directus);
  await relay.listen(test.sparePort);
  const login = { email: 'inspector@zhudian.example.org', password: secrets.demoPasswords.inspector };
  const answer = await fetch(new URL('/auth/login', config.urls.directus), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  const { data } = (await answer.json()) as { data: { access_token: string } };
  api = phoneClient(`http://127.0.0.1:${test.sparePort}`, data.access_token);
  user = (await world.inspector.send<{ id: string }>('GET', '/users/me?fields=id')).data.id;
  const noise = await sharp(randomBytes(1920 * 1440 * 3), { raw: { width: 1920, height: 1440, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer();
  photo = new Blob([new Uint8Array(noise)], { type: 'image/jpeg' });
  signature = new Blob([new Uint8Array(await signatures[0]![2]())], { type: 'image/png' });
  expect(photo.size).toBeGreaterThan(1024 * 1024);
}, 600_000);
afterAll(async () => {
  api.close();
  await relay.close();
});

/** A visit as somebody fills it in: two photos, a major hazard with one of its own, two signatures. */
async function filledIn(): Promise<{ draft: VisitDraft; bytes: Map<string, Blob> }> {
  const keeper = { remember: async () => undefined, remembered: async () => undefined };
  const draft = await startVisit(world.enterprise, world.newDay(), api, keeper);
  const bytes = new Map<string, Blob>();
  for (const item of draft.items) item.result = 'in_place';
  draft.log = '上午查看作业票和台账，下午现场监督动火作业';
  const hazard = {
    ...blankHazard(randomUUID()),
    ...{ severity: 'major' as const, title: '反应釜安全阀失效', place: '二车间3号反应釜' },
    description: '二车间3号反应釜安全阀铅封缺失，校验标签已过期七个月',
  };
  draft.hazards.push(hazard);
  for (const of of [null, null, hazard.id]) {
    const file = randomUUID();
    bytes.set(file, photo);
    const about = { taken_at: new Date().toISOString(), taken_location: null, item: null, hazard: of };
    draft.photos.push({ id: randomUUID(), file, uploaded: false, ...about });
  }
  for (const person of draft.people) {
    person.signature = randomUUID();
    bytes.set(person.signature, signature);
  }
  draft.revision = 1;
  return { draft, bytes };
}

/** Sends it, then hands it in; gives the requests that this took. */
async function handIn(lost: number | null): Promise<{ draft: VisitDraft; bytes: Map<string, Blob>; requests: readonly string[] }> {
  relay.begin(null);
  const { draft, bytes } = await filledIn();
  const means = {
    server: httpVisitServer(api, user),
    bytes: async (file: string) => bytes.get(file),
    keep: async () => undefined,
    now: () => new Date().toISOString(),
  };
  relay.begin(lost);
  for (const handingIn of [false, true]) {
    if (handingIn && draft.status !== 'submitted') draft.handingIn = true;
    let said = '';
    for (let round = 0; round < ROUNDS && said !== 'synced'; round += 1) {
      const state = await syncOnce(draft, false, means);
      expect(['synced', 'offline', 'local', 'partly'], JSON.stringify(state)).toContain(state.kind);
      said = state.kind;
    }
    expect(said).toBe('synced');
  }
  // An answer that is lost is noticed at once; what waits for its time-out hangs on a connection that is stuck.
  expect(api.timeouts).toEqual([]);
  return { draft, bytes, requests: relay.requests };
}

async function expectWhole({ draft, bytes }: { readonly draft: VisitDraft; readonly bytes: ReadonlyMap<string, Blob> }): Promise<void> {
  expect(draft.status).toBe('submitted');
  const { rows } = await test.database.query(
    `SELECT status, log, (SELECT count(*)::int FROM visits_photos WHERE visit = v.id) AS photos,
       (SELECT count(*)::int FROM visit_inspectors WHERE visit = v.id AND signature IS NOT NULL) AS signatures,
       (SELECT count(*)::int FROM hazards WHERE visit = v.id AND severity = 'major') AS majors,
       (SELECT count(*)::int FROM hazards_photos_before p JOIN hazards h ON h.id = p.hazard WHERE h.visit = v.id) AS shown,
       (SELECT count(*)::int FROM outbox o JOIN hazards h ON h.id::text = o.subject WHERE h.visit = v.id AND topic = 'hazard.major') AS alarms
     FROM visits v WHERE id = $1`,
    [draft.id],
  );
  expect(rows).toEqual([{ status: 'submitted', log: draft.log, photos: 2, signatures: 2, majors: 1, shown: 1, alarms: 1 }]);
  const { rows: files } = await test.database.query<{ id: string; size: number }>(
    'SELECT id, filesize::int AS size FROM directus_files WHERE id = ANY($1)',
    [[...bytes.keys()]],
  );
  expect(new Map(files.map(({ id, size }) => [id, size]))).toEqual(new Map([...bytes].map(([id, { size }]) => [id, size])));
}

it('a visit with photos of more than a megabyte arrives whole and once, whichever answer is lost', { timeout: 1_200_000 }, async () => {
  const calm = await handIn(null);
  await expectWhole(calm);
  expect(calm.requests.filter((one) => one === 'POST /files')).toHaveLength(5);
  for (let lost = 0; lost < calm.requests.length; lost += 1) {
    const { requests, ...sent } = await handIn(lost);
    await expectWhole(sent);
    // What was lost was asked again: the phone has not just gone past it.
    expect(requests.length, `${lost}: ${requests[lost] ?? ''}`).toBeGreaterThan(calm.requests.length);
  }
});
