import { isConcrete } from '@zhudian/core/text/isConcrete.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';

/** Checks that whoever settles a mark says what they found. */
export async function checkSuspicion(change: Record<string, unknown>, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = await database('suspicions').whereIn('id', keys).select<Record<string, unknown>[]>('status', 'note');
  for (const row of rows) {
    const { status, note } = { ...row, ...change };
    if (status !== 'dismissed' || isConcrete(typeof note === 'string' ? note : '')) continue;
    throwFaults('suspicions', [
      {
        field: 'note',
        rule: 'suspicion.note.concrete',
        message: '请写明核实情况，如“经电话核实，两家企业同在一个厂区，时间登记有误”，再改为“已核实”',
      },
    ]);
  }
}
