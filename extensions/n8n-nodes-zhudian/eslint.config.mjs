import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import tseslint from 'typescript-eslint';

const here = 'extensions/n8n-nodes-zhudian';
const { ignores: _ignores, ...recommended } = n8nCommunityNodesPlugin.configs.recommended;

/**
 * The written standard of n8n for node packages, as a fragment for the repository's ESLint config. It also runs
 * alone: `eslint -c extensions/n8n-nodes-zhudian/eslint.config.mjs extensions/n8n-nodes-zhudian`.
 *
 * One rule does not apply: `node-usable-as-tool`. No AI agent acts for the office: what these nodes do, official
 * mail above all, is for a workflow that somebody has read.
 */
export default [
	{ ignores: [`${here}/dist/**`, `${here}/**/*.test.ts`] },
	{
		...recommended,
		files: [`${here}/**/*.ts`, `${here}/package.json`],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: { ...recommended.rules, '@n8n/community-nodes/node-usable-as-tool': 'off' },
	},
];
