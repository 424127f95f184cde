import type { Figure } from './figures.ts';

/** The 15 figures of a row of annex 4; the amount as an exact decimal. */
export type FigureRow = Readonly<Record<Figure, number | string>>;

/** A figure that was handed in and is counted otherwise today, because visits or hazards were corrected since; exact decimals. */
export interface ReportChange {
  /** The month whose report had it, `YYYY-MM`. */
  readonly period: string;
  readonly figure: Figure;
  readonly reported: string;
  readonly now: string;
  readonly difference: string;
}

/** What annex 4 of one county is composed from. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface StatisticsFacts {
  readonly county: { readonly name: string };
  /** One for each industry (行业领域). */
  readonly rows: readonly { readonly name: string; readonly figures: FigureRow }[];
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  readonly filled_on: string | null;
  readonly since: string;
  /** Nobody has handed it in yet: what is printed says so, and has no date. */
  readonly draft?: boolean;
}

/** What a county's monthly report is composed from. */
export interface CountyReportFacts extends StatisticsFacts {
  readonly office: { readonly name: string };
  readonly county: { readonly name: string; readonly office: string | null };
  readonly period: string;
  readonly reported_on: string | null;
  readonly progress: string | null;
  readonly problems: string | null;
  readonly practices: string | null;
  /** Why enterprises were not visited, or visits not handed in; null when there was nothing to explain. */
  readonly gap_explanation: string | null;
  /** Figures of the report before that were corrected since. */
  readonly changes: readonly ReportChange[];
}

/** What the city's compilation is composed from: every county that has to report, in their order. */
export interface CityReportFacts {
  readonly office: { readonly name: string };
  readonly period: string;
  readonly compiled_on: string;
  readonly since: string;
  readonly counties: readonly {
    readonly name: string;
    /** Null while it has not reported. */
    readonly report: {
      readonly on_time: boolean;
      readonly progress: string | null;
      readonly problems: string | null;
      readonly practices: string | null;
      /** Why enterprises were not visited, or visits not handed in; null when there was nothing to explain. */
      readonly gap_explanation: string | null;
      readonly figures: FigureRow;
      /** Its figures that are counted otherwise since it was handed in. */
      readonly corrected?: readonly Omit<ReportChange, 'period'>[];
    } | null;
  }[];
  /** The sum of the counties that have reported, as PostgreSQL adds it. */
  readonly total: FigureRow;
}

/** What a county's evaluation of a quarter is composed from; `quarter` as `2026-Q4`. */
export interface EvaluationFacts {
  readonly office: { readonly name: string };
  readonly county: { readonly name: string; readonly office: string | null };
  readonly quarter: string;
  readonly evaluated_on: string | null;
  readonly findings: string | null;
  /** Of 100, as an exact decimal. */
  readonly score: string | null;
  readonly practices: string | null;
  readonly problems: string | null;
  readonly suggestions: string | null;
}

/** What the city's inspection of a county is composed from; `reply_due` is the day by which the county tells what it has put right. */
export interface CityInspectionFacts extends EvaluationFacts {
  readonly reply_due: string | null;
}

/** What a reminder letter is composed from. */
export interface ReminderFacts {
  readonly addressee: string;
  readonly sender: string;
  readonly as_of: string;
  /** `overdue` are whole days; 0 while there is time. */
  readonly matters: readonly { readonly text: string; readonly due: string | null; readonly overdue: number }[];
}
