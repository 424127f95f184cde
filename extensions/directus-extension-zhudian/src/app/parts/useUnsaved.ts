import { computed, inject, ref, watch, type ComputedRef, type Ref } from 'vue';

/**
 * Whether the form around an interface holds what is not saved yet: a page that is loaded anew loses it, and neither Directus nor the browser asks.
 * Directus gives the interfaces of a form its values, saved or not. They are compared with those of the moment in which the item was read.
 */
export function useUnsaved(): ComputedRef<boolean> {
  const values = inject<Ref<Readonly<Record<string, unknown>>>>('values', ref({}));
  const told = computed(() => JSON.stringify(values.value));
  const saved = ref<string | null>(null);
  // Directus reads an item again after each save; until it is there the form has no values.
  watch(
    () => (values.value.id === undefined ? null : JSON.stringify([values.value.id, values.value.date_updated])),
    (version) => {
      if (version !== null) saved.value = told.value;
    },
    { immediate: true },
  );
  return computed(() => saved.value !== null && values.value.id !== undefined && told.value !== saved.value);
}
