import { Command } from 'commander';
import { connectDatabase } from './statistics/connectDatabase.ts';
import { drifts } from './statistics/drifts.ts';
import { printFault } from './stack/printFault.ts';
import { StackError } from './stack/StackError.ts';

/** `npm run statistics:verify`: whether the kept sums of annex 4 are what a full count gives. */
const { rebuild } = new Command('npm run statistics:verify --')
  .description(
    'Compares the kept sums of annex 4 with a full count, and names what differs by county and month. DATABASE_URL names another database.',
  )
  .option('--rebuild', 'counts everything afresh and keeps that', false)
  .parse()
  .opts<{ rebuild: boolean }>();

try {
  const database = await connectDatabase();
  try {
    const found = await drifts(database);
    for (const line of found) console.log(`✗ ${line}`);
    if (found.length > 0 && rebuild) {
      await database.query('SELECT zhudian_rebuild_statistics()');
      const left = await drifts(database);
      for (const line of left) console.log(`✗ 重建后仍有差异：${line}`);
      if (left.length === 0) console.log('✓ 已全部重新统计，现与完整统计一致');
      process.exitCode = left.length === 0 ? 0 : 1;
    } else if (found.length > 0) {
      console.log(`→ ${found.length} 处差异；npm run statistics:verify -- --rebuild 可重新统计。请先查明是什么绕过触发器写了数据`);
      process.exitCode = 1;
    } else console.log('✓ 汇总数与完整统计一致');
  } finally {
    await database.end();
  }
} catch (error) {
  if (error instanceof StackError) printFault(error);
  else console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
