// @vitest-environment jsdom
import { createApp, h } from 'vue';
import { createI18n } from 'vue-i18n';
import { expect, it } from 'vitest';
import { sayFaultsInOurWords } from './sayFaultsInOurWords.ts';

const FAULT = { field: 'verified_on', validation_message: '核验日期 2099-01-01 晚于今天；请改为 {到现场} @核验的那一天 | 或 $1' };

/** Directus's app as far as this goes: English from the first, other languages when they are chosen. */
function panel() {
  const messages = { 'en-US': { validationError: { regex: 'Value has the wrong format', required: 'Value is required' } } };
  // As Directus makes it; without it vue-i18n 11 has an older way.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const i18n = createI18n<[Record<string, unknown>], string, false>({ legacy: false, locale: 'en-US', fallbackLocale: 'en-US', messages });
  document.body.innerHTML = '<div id="app"></div>';
  createApp({ render: () => h('div') })
    .use(i18n)
    .mount('#app');
  const choose = (language: string): void => {
    i18n.global.mergeLocaleMessage(language, { validationError: { regex: '值格式不正确', required: '值是必需的', nnull: '值不能为null' } });
    i18n.global.locale.value = language;
  };
  return { choose, at: (type: string) => i18n.global.t(`validationError.${type}`, FAULT) };
}

it('a field says the server’s words, whatever is in them, in each language', () => {
  const { choose, at } = panel();
  sayFaultsInOurWords(document);
  expect(at('zhudian')).toBe(FAULT.validation_message);
  for (const language of ['zh-CN', 'de-DE']) {
    choose(language);
    expect(at('zhudian')).toBe(FAULT.validation_message);
  }
});

it('what the form asks for by itself is asked in Chinese words a clerk understands; all else stays Directus’s', () => {
  const { choose, at } = panel();
  sayFaultsInOurWords(document);
  sayFaultsInOurWords(document);
  expect([at('required'), at('regex')]).toEqual(['Value is required', 'Value has the wrong format']);
  choose('zh-CN');
  expect([at('required'), at('nnull'), at('regex')]).toEqual(['必填，请填写这一项', '必填，请填写这一项', '值格式不正确']);
});

it('a page that is not Directus’s is left alone', () => {
  document.body.innerHTML = '<div id="app"></div>';
  expect(() => sayFaultsInOurWords(document)).not.toThrow();
});
