import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';

/** The same keys in both languages: a missing one does not compile. */
export interface Messages<Keys extends Readonly<Record<string, unknown>>> {
  readonly 'zh-CN': Keys;
  readonly 'en-US': { readonly [Key in keyof Keys]: Keys[Key] extends string ? string : Keys[Key] };
}

/** The words of a page in the language the person has chosen; everything but English is Chinese. */
export function useText<Keys extends Readonly<Record<string, unknown>>>(messages: Messages<Keys>): ComputedRef<Messages<Keys>['zh-CN' | 'en-US']> {
  const { locale } = useI18n();
  return computed(() => messages[locale.value.startsWith('en') ? 'en-US' : 'zh-CN']);
}
