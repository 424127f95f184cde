/** What a month's report has to explain. */
export interface ReportGaps {
  /** Enterprises in service that nobody visited in the month; `former` are names they had. */
  readonly enterprises: readonly { readonly name: string; readonly former?: readonly string[] }[];
  /** Visits of the month that were begun and not handed in. `visited_on` is `YYYY-MM-DD`. */
  readonly visits: readonly { readonly enterprise: string; readonly visited_on: string; readonly status: string }[];
}
