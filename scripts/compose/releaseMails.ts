import { connectTo } from '../backup/connectTo.ts';
import { releaseMails } from '../backup/releaseMails.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/** What `npm run restore -- --release` is to processes: somebody has looked at the mails that a restore into containers held. */
try {
  const left = await releaseMails(await connectTo(readStackConfig(process.env))('directus'));
  console.log(`✓ Mails go out again by themselves. ${left} held mails stay unsent: they count as arrived.`);
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
