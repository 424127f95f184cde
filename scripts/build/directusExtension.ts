import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { execa } from 'execa';
import { StackError } from '../stack/StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/**
 * Bundles the Directus extension and puts what Directus loads, and nothing else, into a folder: package.json,
 * dist/, the decoder of HEIC pictures, the handbooks, Directus's own mails and the templates that come with the system.
 * The extensions SDK writes into the package's own dist/; callers hold the build lock.
 */
export async function buildDirectusExtension(repository: string, outDir: string): Promise<void> {
  const source = join(repository, 'extensions/directus-extension-zhudian');
  const sdk = join(repository, 'node_modules/@directus/extensions-sdk/cli.js');
  const result = await execa(process.execPath, [sdk, 'build', '--no-minify'], { cwd: source, all: true, reject: false, preferLocal: false });
  // The SDK reports some faults with exit code 0.
  if (result.failed || /\[Error\]|Build failed/i.test(result.all)) {
    throw new StackError(refusalTexts.notBuilt(result.all.replace(/^/gm, '    ')), refusalTexts.notBuiltRemedy());
  }
  await mkdir(outDir, { recursive: true });
  await cp(join(source, 'package.json'), join(outDir, 'package.json'));
  await cp(join(source, 'dist'), join(outDir, 'dist'), { recursive: true });
  // What a phone loads is made small, by a tool that takes a hundredth of the SDK's time; the server's part stays readable in its traces.
  const app = join(outDir, 'dist/app.js');
  const { code } = await transform(await readFile(app, 'utf8'), { minify: true, target: 'es2022' });
  await writeFile(app, code);
  // The handbook in the panel, with the pictures it shows.
  const handbook = join(outDir, 'handbook');
  await cp(join(repository, 'docs/handbook'), handbook, { recursive: true });
  await cp(join(repository, 'docs/images'), join(handbook, 'images'), { recursive: true, filter: (from) => !/[\\/]images[\\/]documents$/.test(from) });
  // The decoder of iPhones' pictures: a program of its own, and its library beside it as it came.
  await cp(join(source, 'src/api/heic'), join(outDir, 'heic'), { recursive: true });
  for (const part of ['package.json', 'LICENSE', 'wasm-bundle.js', 'libheif-wasm'])
    await cp(join(repository, 'node_modules/libheif-js', part), join(outDir, 'node_modules/libheif-js', part), { recursive: true });
  // The mails that Directus sends by itself.
  await cp(join(source, 'mail'), join(outDir, 'mail'), { recursive: true });
  // What is left when the office's own templates cannot be used.
  await cp(join(repository, 'schema/templates'), join(outDir, 'templates'), { recursive: true });
}
