/** A piece of a cell's text: what stands there as it is, or a tag. */
export type Token =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value' | 'open' | 'inverted' | 'close'; readonly name: string };
