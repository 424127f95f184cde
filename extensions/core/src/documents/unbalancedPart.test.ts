import PizZip from 'pizzip';
import { expect, it } from 'vitest';
import { wordTemplate } from './testing/wordTemplate.ts';
import { unbalancedPart } from './unbalancedPart.ts';

const inBody = (xml: string): string | null => unbalancedPart(new PizZip(wordTemplate(xml)));

it.each(['<w:p/>', '<w:p><w:r a="1"  /></w:p >', '<!-- <w:p> -->', '<![CDATA[</w:p>]]>', '<?mso-application progid="<w:p>"?>', '<!ENTITY b "c">'])(
  'finds nothing wrong with %s',
  (xml) => expect(inBody(xml)).toBeNull(),
);

it.each(['<w:p>', '</w:p>', '<w:p><w:r></w:p></w:r>', '<!-- <w:p/>', '<![CDATA[', '<w:p', '<?'])('names the part that %s stands in', (xml) => {
  expect(unbalancedPart(new PizZip(wordTemplate('', { 'word/footer1.xml': xml })))).toBe('word/footer1.xml');
});
