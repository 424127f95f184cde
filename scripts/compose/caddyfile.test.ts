import { describe, expect, it } from 'vitest';
import { readCompose, readRepository } from './readCompose.ts';

const compose = readCompose();

describe('docker/Caddyfile', () => {
  const caddyfile = readRepository('docker/Caddyfile');

  it('asks each Directus by its own name, takes nothing else for one, and tries the other when one is gone', () => {
    const [, upstreams = '', block = ''] = /reverse_proxy ([^{]*)\{([^}]*)\}/.exec(caddyfile) ?? [];
    const directus = Object.entries(compose.services)
      .filter(([, { image }]) => image.startsWith('zhudian/directus:'))
      .map(([name]) => `${name}:8055`);
    expect(upstreams.trim().split(' ')).toEqual(directus);
    for (const line of ['health_uri /server/ping', 'health_body ^pong$', 'lb_try_duration 5s']) expect(block).toContain(line);
  });

  it('hides the figures, with a slash at their end too', () => {
    expect(caddyfile).toContain('@metrics path /zhudian/metrics /zhudian/metrics/*');
    expect(caddyfile).toContain('respond @metrics 404');
  });

  it('takes the office’s own part from the folder that is mounted, where an update finds nothing changed', () => {
    const [, folder = ''] = /^\timport (\S+)\/\*\.caddy$/m.exec(caddyfile) ?? [];
    expect(compose.services['proxy']?.volumes).toContain(`./docker/own/proxy:${folder}:ro`);
    expect(readRepository('docker/own/README.md')).toContain(`tls ${folder}/certificate.pem ${folder}/key.pem`);
  });
});
