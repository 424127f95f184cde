export interface ZhudianDownload {
	readonly bytes: Buffer;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
}
