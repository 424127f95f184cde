/** The way to a collection's list in the panel, showing what a filter finds. */
export const listLink = (collection: string, filter: object): string => `/content/${collection}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
