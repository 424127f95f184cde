import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validate as lint } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { readCompose, readRepository } from './readCompose.ts';

const services = Object.entries(readCompose().services);

describe('docker/Dockerfile', () => {
  const dockerfile = readRepository('docker/Dockerfile');

  it('has no fault that a linter finds', () => {
    expect(lint(dockerfile).map(({ range, message }) => `line ${range.start.line + 1}: ${JSON.stringify(message)}`)).toEqual([]);
    expect(lint('FORM node\nCOPY a')).not.toEqual([]);
  });

  it('copies only what is in the repository or in a stage before', () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
    for (const [, from, source] of dockerfile.matchAll(/^COPY (?:--from=(\S+) )?(?:--chown=\S+ )?(\S+)/gm)) {
      if (from === undefined) expect(existsSync(join(import.meta.dirname, '../..', source ?? '')), source).toBe(true);
      else expect([stages.includes(from), source?.startsWith('/zhudian/build/')]).toEqual([true, true]);
    }
  });

  it('installs with the settings the lock was made with', () => {
    expect(readRepository('.npmrc')).toContain('legacy-peer-deps=true');
    expect(/^COPY package\.json package-lock\.json (.*)$/m.exec(dockerfile)?.[1]).toContain('.npmrc');
    expect(readRepository('.dockerignore').split('\n')).not.toContain('.npmrc');
  });

  it('takes every image and package from where .env says, and from Docker Hub and npm where it says nothing', () => {
    for (const [name, { image, build }] of services) {
      if (!build) expect(image, name).toMatch(/^\$\{ZHUDIAN_REGISTRY:-docker\.io\/\}\w+\/\w+:/);
      else
        expect(build.args, name).toEqual({
          REGISTRY: '${ZHUDIAN_REGISTRY:-docker.io/}',
          NPM_REGISTRY: '${ZHUDIAN_NPM_REGISTRY:-https://registry.npmjs.org/}',
        });
    }
    for (const [, from = ''] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(from).toMatch(/^\$\{REGISTRY\}\w+\/\w+:\d/);
    expect(dockerfile.match(/^ARG .*$/gm)).toEqual(['ARG REGISTRY=docker.io/', 'ARG NPM_REGISTRY=https://registry.npmjs.org/']);
    expect(dockerfile).toMatch(/\bnpm ci --registry="\$NPM_REGISTRY" /);
  });

  it('gives each service that is built a stage of its own', () => {
    const built = services.flatMap(([, one]) => (one.build ? [one.build.target] : []));
    expect(new Set(built)).toEqual(new Set([...dockerfile.matchAll(/ AS (\S+)$/gm)].map(([, name]) => name)));
  });
});
