import { inject, watch, type App } from 'vue';
import type { I18n } from 'vue-i18n';

type Any = Record<string, unknown>;
type Words = Readonly<Record<string, string>>;

/**
 * What stands at a field, by the type of its fault. The server's own faults are of type `zhudian` and bring their words along; `required` and
 * `nnull` are what the form finds by itself before anything is sent.
 */
const CHINESE: Words = { zhudian: '{validation_message}', required: '必填，请填写这一项', nnull: '必填，请填写这一项' };
const ENGLISH: Words = { zhudian: '{validation_message}' };

/**
 * Lets Directus's forms say at a field what the server says of it. Without this a field shows a sentence of Directus's own, such as "the value's
 * format is wrong", and what is to be done stands only in the list above the form.
 */
export function sayFaultsInOurWords(page: Pick<Document, 'querySelector'>): void {
  // Vue keeps an app at the element it is mounted on; vue-i18n keeps at the app under what key it provides itself.
  const app = (page.querySelector('#app') as { __vue_app__?: App & { __VUE_I18N_SYMBOL__?: symbol } } | null)?.__vue_app__;
  const key = app?.__VUE_I18N_SYMBOL__;
  const i18n = app && key ? app.runWithContext(() => inject<I18n<Any, Any, Any, string, false> | null>(key, null)) : null;
  if (!i18n) return;
  const words = i18n.global;
  // English stands in for what another language does not have. A language comes with its own words when it is chosen: ours come after.
  watch(
    words.locale,
    (chosen) => {
      words.mergeLocaleMessage('en-US', { validationError: ENGLISH });
      if (chosen === 'zh-CN') words.mergeLocaleMessage(chosen, { validationError: CHINESE });
    },
    { immediate: true, flush: 'sync' },
  );
}
