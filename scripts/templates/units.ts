/** Twentieths of a point, the unit of WordprocessingML. */
export const twips = {
  fromMm: (mm: number): number => Math.round((mm / 25.4) * 1440),
  fromPt: (pt: number): number => Math.round(pt * 20),
};
