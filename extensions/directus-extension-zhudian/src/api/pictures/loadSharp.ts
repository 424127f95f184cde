import { createRequire } from 'node:module';
import type Sharp from 'sharp';

/** The sharp that Directus itself draws with: it is native and cannot be bundled, and Directus's image keeps it out of our own folder's reach. */
export function loadSharp(): typeof Sharp {
  const near = createRequire(import.meta.url);
  return createRequire(near.resolve('@directus/api'))('sharp') as typeof Sharp;
}
