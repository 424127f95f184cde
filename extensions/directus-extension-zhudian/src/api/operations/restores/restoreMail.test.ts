import { expect, it } from 'vitest';
import { restoreMail } from './restoreMail.ts';

it('names each hazard in doubt, the unreported ones in bold, with names as text', () => {
  const { html, subject, kind } = restoreMail({
    id: '5f0c7b9e-0000-4000-8000-000000000001',
    backup_at: new Date('2026-11-24T18:00:00Z'),
    restored_at: new Date('2026-11-25T01:30:00Z'),
    to: ['office@city.example'],
    panel: 'https://zhudian.example',
    hazards: [
      { id: 'a', title: '安全阀<失效>', enterprise: '甲', reported: false },
      { id: 'b', title: '液位计失灵', enterprise: '乙', reported: true },
    ],
  });
  expect(kind).toBe('operations');
  expect(subject).toContain('2 项重大事故隐患');
  expect(html).toContain('甲：安全阀&lt;失效&gt;</a>（<b>备份时尚未报送');
  expect(html).toContain('乙：液位计失灵</a>（备份时已报送，尚无人确认');
  expect(html).toContain('2026年11月25日 02:00');
});
