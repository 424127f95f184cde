import type Docxtemplater from 'docxtemplater';

const NAME = 'zhudian/raw-xml';

/**
 * docxtemplater module that refuses `{@name}`: it would put data into the document as code, and the data is what
 * inspectors type.
 */
export function plainTagsModule(): Docxtemplater.DXT.Module {
  return {
    name: 'ZhudianPlainTagsModule',
    // Above docxtemplater's own module for the same prefix, whose priority is less the longer the name.
    matchers: () => [['@', NAME, { priority: 1 }]],

    postparse(parsed) {
      const errors = parsed
        .filter((part) => part.type === 'placeholder' && part.module === NAME)
        .map((part) => {
          const properties = { id: 'raw_xml_not_allowed', xtag: part.value, offset: part.offset };
          return Object.assign(new Error('Raw XML tag'), { properties });
        });
      // docxtemplater takes this shape too; its types know only the bare list.
      return Object.assign([], { errors, postparsed: parsed });
    },
  };
}
