import { describe, expect, it } from 'vitest';
import { blankHazard, toDraft } from './readVisit.ts';
import { reviveDraft } from './reviveDraft.ts';
import { submissionFaults } from './submissionFaults.ts';
import { syncOnce } from './syncOnce.ts';
import { FaultyVisitServer } from './testing/FaultyVisitServer.ts';
import { newDraft } from './testing/newDraft.ts';
import { toPayload } from './toPayload.ts';
import type { VisitDraft } from './VisitDraft.ts';

describe('hazards that others work on', () => {
  const row = (status: string): Record<string, unknown> => ({
    ...{ id: 'h', severity: 'general', status, title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏', place: '3号釜', measures: '拧紧螺栓' },
    ...{ deadline: '2026-12-01', responsible_person: '设备科长' },
    ...{
      rectified_on: status === 'open' ? null : '2026-11-20',
      rectification: status === 'open' ? null : '已更换垫片并试压',
      photos_before: [{ id: 'p', file: 'f' }],
    },
  });
  const returned = (status: string): VisitDraft => {
    const copy = toDraft({
      id: 'v',
      enterprise: { id: 'e', name: '示例化工' },
      visited_on: '2026-11-03',
      status: 'returned',
      hazards: [row(status)],
    });
    const signed = ['a', 'b'].map((one) => ({
      ...{ id: `p${one}`, inspector: one, name: one, level: 'county' as const, team: true, signature: 's', signatureUploaded: true },
    }));
    return { ...copy, people: signed, log: '上午看台账，下午看现场' };
  };
  const sentHazards = (draft: VisitDraft): unknown => toPayload(draft, false).hazards;

  it.each(['open', 'rectified', 'verified'])('one that is %s and was not touched here is neither asked about nor sent', (status) => {
    const phone = returned(status);
    expect(submissionFaults(phone, '2026-11-24').filter(({ place }) => place.startsWith('hazard:'))).toEqual([]);
    expect(sentHazards(phone)).toEqual({ create: [], update: [], delete: [] });
  });

  it('sends the one field that was changed here, and judges the whole by the rules', () => {
    const phone = returned('rectified');
    phone.hazards[0]!.measures = '更换垫片';
    expect(submissionFaults(phone, '2026-11-24')).toEqual([]);
    expect(sentHazards(phone)).toEqual({ create: [], update: [{ id: 'h', measures: '更换垫片' }], delete: [] });
    phone.hazards[0]!.title = '';
    expect(submissionFaults(phone, '2026-11-24').map(({ place }) => place)).toEqual(['hazard:h']);
  });

  it('a change is sent once: after the server has it, only the next change follows', async () => {
    const server = new FaultyVisitServer(() => 'ok');
    const means = { server, bytes: async () => undefined, keep: async () => undefined, now: () => 'now' };
    const phone = newDraft();
    phone.hazards.push({ ...blankHazard('h'), title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏' });
    await syncOnce(phone, false, means);
    server.rows.set('h', { ...server.rows.get('h')!, measures: '县级填写的措施', severity: 'major' });
    phone.log = '继续填写';
    phone.hazards[0]!.place = '3号釜';
    await syncOnce(phone, false, means);
    expect(server.rows.get('h')).toMatchObject({ measures: '县级填写的措施', severity: 'major', place: '3号釜' });
  });

  it('takes a photo off a hazard, but not off one that was reported or handed in: the server would refuse all that comes with it', () => {
    const phone = returned('open');
    phone.photos = [];
    phone.gone.hazardPhotos.push({ hazard: 'h', id: 'p' });
    expect(sentHazards(phone)).toEqual({ create: [], update: [], delete: [] });
    phone.status = 'draft';
    expect(sentHazards(phone)).toEqual({ create: [], update: [{ id: 'h', photos_before: { create: [], update: [], delete: ['p'] } }], delete: [] });
    const hazard = phone.hazards[0]!;
    hazard.severity = 'major';
    expect(sentHazards(phone)).toMatchObject({ update: [{ id: 'h', severity: 'major', photos_before: { delete: ['p'] } }] });
    hazard.server = { ...hazard.server!, severity: 'major' };
    expect(sentHazards(phone)).toEqual({ create: [], update: [], delete: [] });
  });

  it('a draft kept by an earlier version of the page is read and sent whole', () => {
    const since = ['server', 'rectified_on', 'rectification', 'hazardPhotos', 'handingIn', 'unanswered', 'writer'];
    const phone = reviveDraft(JSON.stringify(returned('open'), (key, value: unknown) => (since.includes(key) ? undefined : value)));
    expect(phone).toMatchObject({ handingIn: false, writer: '' });
    expect(phone.gone.hazardPhotos).toEqual([]);
    expect(sentHazards(phone)).toMatchObject({ update: [{ id: 'h', title: '阀门渗漏', severity: 'general' }] });
  });
});
