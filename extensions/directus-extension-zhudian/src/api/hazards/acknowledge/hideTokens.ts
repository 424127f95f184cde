import type { Application, Request } from 'express';

const LINK = /^(\/zhudian\/acknowledge\/)([^/?#]+)/;
const TOKEN = Symbol('token of a confirmation link');

/**
 * Takes the token of a confirmation link out of a request's address before anything writes that address into a log. `tokenOf` gives it back.
 * To be installed before Directus installs its own log.
 */
export function hideTokens(app: Application): void {
  app.use((request, _, next) => {
    const token = LINK.exec(request.url)?.[2];
    if (token) {
      Object.assign(request, { [TOKEN]: token });
      request.url = request.url.replace(LINK, '$1-');
      request.originalUrl = request.originalUrl.replace(LINK, '$1-');
    }
    next();
  });
}

/** The token that the request came with; blank without one. */
export const tokenOf = (request: Request): string => (request as Request & { [TOKEN]?: string })[TOKEN] ?? '';
