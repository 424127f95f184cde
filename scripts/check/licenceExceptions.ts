/** Packages whose licence is no free one by its name, and why they may be there all the same. README tells users of Directus's and n8n's. */
export const licenceExceptions: readonly (readonly [RegExp, string])[] = [
  [/^(?:directus|@directus\/.+)$/, 'BUSL-1.1: Directus itself; README says from what size of an office on a licence is bought'],
  [/^(?:n8n|n8n-.+|@n8n\/.+|@n8n_io\/.+)$/, 'Sustainable Use License: n8n itself, for internal use; its enterprise parts are there and not used'],
  [/^directus-(?:extension-)?sync$/, 'GPL-3.0: separate programs that provision; nothing of them is built into what we ship'],
  [/^@img\/sharp-/, 'LGPL-3.0: libvips, a shared library that sharp loads'],
  [/^libheif-js$/, 'LGPL-3.0: decodes HEIC pictures; loaded as a file of its own, unchanged, so that it can be exchanged'],
  [/^(?:pm2|@pm2\/agent)$/, 'AGPL-3.0: comes with Directus for its containers; we start no pm2'],
  [/^(?:@zenfs\/.+|memium|utilium|ip-matching)$/, 'LGPL-3.0: libraries of n8n and Directus, used unchanged'],
  [/^@sesamecare-oss\/redlock$/, 'says UNLICENSED in its package.json and carries the MIT licence in LICENSE.md'],
  [/^tv4$/, 'public domain or MIT, in an old way of saying so'],
  [
    /^(?:@ai-sdk\/devtools|@ewoudenberg\/difflib|@getzep\/zep-cloud|@icetee\/ftp|@kafkajs\/confluent-schema-registry|@mistralai\/mistralai|@rudderstack\/rudder-sdk-node|binascii|browser-request|buffers|buildcheck|busboy|cli-tableau|cohere-ai|combine-errors|cpu-features|dreamopt|imap|js-nacl|limiter|nodemailer-mailgun-transport|seq-queue|rechoir|simple-lru-cache|ssh2|streamsearch|thirty-two|utf7|xmlhttprequest-ssl)$/,
    'names its licence in its text only; they come with Directus and n8n (busboy, MIT, is used by our extension too)',
  ],
];
