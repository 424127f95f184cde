/**
 * The folders of files that code puts something into, with the ids they have in every installation
 * (`schema/directus/collections/folders.json`).
 */
export const folders = {
  photos: '7a680003-0000-4000-8000-000000000001',
  documents: '7a680003-0000-4000-8000-000000000002',
  templates: '7a680003-0000-4000-8000-000000000003',
} as const;
