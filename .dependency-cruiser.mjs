/**
 * Which way imports may run: downwards, from what is registered with Directus to the concepts, and from those to what all stand on. Without a
 * circle, of files or of folders, each folder has a floor. `npm run check` asks it.
 */
const EXTENSION = '^extensions/directus-extension-zhudian/src';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files import each other in a circle: move what both need to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'Folders import each other: one of the files stands on the wrong floor.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^extensions' },
      to: { circular: true },
    },
    {
      name: 'browser-takes-types-alone',
      comment: 'What runs in the browser takes types alone from what runs in the server.',
      severity: 'error',
      from: { path: `${EXTENSION}/app/` },
      to: { path: `${EXTENSION}/api/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-takes-nothing-from-the-browser',
      comment: 'What runs in the server takes nothing from what runs in the browser.',
      severity: 'error',
      from: { path: `${EXTENSION}/api/` },
      to: { path: `${EXTENSION}/app/` },
    },
    {
      name: 'doors-are-imported-by-nobody',
      comment: 'What is registered with Directus delegates; nothing below it asks for it.',
      severity: 'error',
      from: { pathNot: `${EXTENSION}/api/doors/` },
      to: { path: `${EXTENSION}/api/doors/` },
    },
    {
      name: 'scripts-stay-outside',
      comment: 'Scripts take what they share with the server from the core and from extensions/host.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^extensions/(directus-extension-zhudian|n8n-nodes-zhudian)/' },
    },
    {
      name: 'tests-are-imported-by-nobody',
      comment: 'What an office runs takes nothing from the tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'core-stands-alone',
      comment: 'The core knows neither Directus nor n8n nor the machine.',
      severity: 'error',
      from: { path: '^extensions/core/src/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^(scripts|tests|extensions/(?!core/))' },
    },
    {
      name: 'host-stands-alone',
      comment: 'What server and scripts share knows neither.',
      severity: 'error',
      from: { path: '^extensions/host/src/' },
      to: { path: '^(scripts|tests|schema|extensions/(?!host/|core/))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Tests and their samples reach wherever they look.
    exclude: { path: '(^|/)(dist|build|node_modules|testing)/|\\.test\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'], extensions: ['.ts', '.mjs', '.vue'] },
  },
};
