// @ts-check
import { existsSync } from 'node:fs';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

const n8nFragment = new URL('extensions/n8n-nodes-zhudian/eslint.config.mjs', import.meta.url);
const n8n = existsSync(n8nFragment) ? (await import(n8nFragment.href)).default : [];

/** The core is pure: everything from outside comes in as an argument (docs/architecture). */
const CORE_FORBIDDEN = {
  patterns: [
    // node:zlib alone is a pure function: bytes in, bytes out.
    {
      group: ['node:*', '!node:zlib', 'fs', 'fs/*', 'path', 'os', 'crypto', 'process', 'child_process', 'http', 'https', 'net'],
      message: 'The core is pure: take it as an argument.',
    },
    {
      group: ['directus', '@directus/*', 'n8n', 'n8n-*', 'pg', 'knex', 'nodemailer'],
      message: 'The core knows neither Directus nor n8n nor a database.',
    },
  ],
};

export default defineConfig(
  { ignores: ['**/dist/**', 'build/**', '.runtime/**', '.data/**', 'coverage/**', 'schema/types/**'] },
  eslint.configs.recommended,
  {
    rules: {
      // What is stripped from texts has to be named.
      'no-control-regex': 'off',
      // Chinese typography sets the wide blank.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Contracts are async before there is anything to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Answers from outside are typed at the door where they are read.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Code points are what is meant here: names and columns of Chinese text.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Prettier lays templates out; Directus registers its components itself.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      // A part of a page changes the page's draft in place and tells it upwards.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // TypeScript knows what a browser has.
      'no-undef': 'off',
    },
  },
  {
    files: ['extensions/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', CORE_FORBIDDEN],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'Buffer'],
    },
  },
  // Parameters of a node come as whatever a maintainer's expression gave; they are made text on purpose.
  { files: ['extensions/n8n-nodes-zhudian/**/*.ts'], rules: { '@typescript-eslint/no-base-to-string': 'off' } },
  { files: ['scripts/**', 'tests/{bench,chaos,scale}/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
    languageOptions: { globals: { process: 'readonly', Buffer: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  ...n8n,
);
