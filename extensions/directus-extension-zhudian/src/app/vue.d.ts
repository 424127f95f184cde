/** For tools that do not read single-file components themselves; vue-tsc does and ignores this. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}
