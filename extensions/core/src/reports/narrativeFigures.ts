import { FIGURES, type Figure } from './figures.ts';

/** Figures of a narrative that stand in no column of annex 4, with what they count. */
export const MONTH_FIGURES = {
  enterprises: '企业（家）',
  visited: '本月已驻点企业（家）',
  not_visited: '本月未驻点企业（家）',
  visits: '本月驻点（次）',
  overdue: '逾期未整改隐患（项）',
} as const;
export type NarrativeFigure = Figure | keyof typeof MONTH_FIGURES;
export const NARRATIVE_LABELS: Readonly<Record<NarrativeFigure, string>> = { ...FIGURES, ...MONTH_FIGURES };

/** What is counted of a county's month: of the month alone, and cumulative where the table has it; exact decimals. */
export type NarrativeValues = Readonly<Partial<Record<NarrativeFigure, { readonly month: string; readonly cumulative: string | null }>>>;
