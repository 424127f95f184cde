import { copyFile, glob, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const packageRoot = path.resolve(import.meta.dirname, '../../extensions/n8n-nodes-zhudian');

/** What n8n reads as files: icons and the codex beside each node. (It reads translations of its own nodes only.) */
const assets = ['icons/*.svg', 'nodes/**/*.node.json'];

const findAll = async (patterns: string | readonly string[]): Promise<string[]> =>
  (await Array.fromAsync(glob(patterns, { cwd: packageRoot }))).sort();

async function copyAssets(outDir: string): Promise<void> {
  for (const file of await findAll(assets)) {
    const target = path.join(outDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(packageRoot, file), target);
  }
}

/**
 * Builds the n8n nodes into a folder for N8N_CUSTOM_EXTENSIONS: one CommonJS file a node or credential with all it
 * needs inside, except `n8n-workflow`, which must be n8n's own (its error classes are compared by identity).
 */
export async function buildN8nNodes(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  const entries = await findAll(['nodes/**/*.node.ts', 'credentials/**/*.credentials.ts']);
  await build({
    absWorkingDir: packageRoot,
    entryPoints: entries,
    outbase: packageRoot,
    outdir: outDir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    external: ['n8n-workflow'],
    legalComments: 'inline',
    logLevel: 'warning',
  });
  await copyAssets(outDir);
  // The repository is ESM; without this Node would read the bundles as such.
  await writeFile(path.join(outDir, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
}
