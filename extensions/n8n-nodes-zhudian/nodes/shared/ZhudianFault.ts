/** What went wrong in a request to Directus, whatever shape the error came in. */
export interface ZhudianFault {
	/** HTTP status; null when there was no answer at all. */
	readonly status: number | null;
	/** Directus error code, such as ZHUDIAN_CLAIM_LOST. */
	readonly code: string | null;
	readonly message: string;
}
