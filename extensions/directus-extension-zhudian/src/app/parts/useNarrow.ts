import { onBeforeUnmount, ref, type Ref } from 'vue';

/** Whether the page is as narrow as a phone. */
export function useNarrow(): Ref<boolean> {
  const query = window.matchMedia('(max-width: 700px)');
  const narrow = ref(query.matches);
  const follow = (): void => void (narrow.value = query.matches);
  query.addEventListener('change', follow);
  onBeforeUnmount(() => query.removeEventListener('change', follow));
  return narrow;
}
