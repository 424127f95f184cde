const CITY = /^(济宁)?市(级|派|直|局|选派|派出|里|级人员|级派出|级驻点)?$/;
const COUNTY = /^(县|区|县\(市、?区\)|县市区|县区|区县)(级|派|直|局|选派|派出|级人员|级派出|级驻点)?$/;

/** Who sends somebody, in the words of the notice or shorter: 市级, 县（市、区）级, 区; null for anything else. */
export function levelOfText(text: string): 'city' | 'county' | null {
  const plain = text.replace(/\s/g, '');
  return CITY.test(plain) ? 'city' : COUNTY.test(plain) ? 'county' : null;
}

/** 县（市、区）级 without the marks at which lists are parted. */
export const withoutInnerMarks = (text: string): string => text.replace(/县\s*\(\s*市\s*[、,]?\s*区\s*\)/g, '县');
