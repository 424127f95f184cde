import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A network of its own with nothing in it: by right under root, else as root of a user namespace of its own. */
const WAYS = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
];
let known: Promise<readonly string[]> | undefined;

/** How to start a program without any network; as it is where the system offers no way to. Found out once. */
export async function withoutNetwork(program: string): Promise<{ readonly program: string; readonly parameters: readonly string[] }> {
  const [first, ...parameters] = await (known ??= find());
  return first === undefined ? { program, parameters: [] } : { program: first, parameters: [...parameters, program] };
}

async function find(): Promise<readonly string[]> {
  for (const way of WAYS) {
    const [program = '', ...args] = way;
    const works = await run(program, [...args, 'true'], { timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (works) return way;
  }
  return [];
}
