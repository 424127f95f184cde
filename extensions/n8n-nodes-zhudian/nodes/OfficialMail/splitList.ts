/** `"a, b"` or a list from an expression → its parts, trimmed; empty ones are dropped. */
export function splitList(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(/[,;，；\n]/);
	return parts.map((part) => String(part ?? '').trim()).filter((address) => address !== '');
}
