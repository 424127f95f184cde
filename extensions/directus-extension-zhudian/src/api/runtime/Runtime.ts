import type { ApiExtensionContext } from '@directus/types';
import type { Config } from '@zhudian/host/config.ts';

/** What every part of the extension works with: Directus's own means, and the configuration. */
export interface Runtime extends Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'> {
  readonly config: Config;
}
