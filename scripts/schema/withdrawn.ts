/**
 * Collections (`name`) and fields (`collection.field`) that an earlier version shipped and this one takes away, with what is in them. Whatever
 * else is in an installation and not in the dump was added there by its office, and stays.
 */
export const withdrawn: readonly string[] = [];
