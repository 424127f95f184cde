/** `"a@x.example, b@x.example"` or a list from an expression → addresses; empty ones are dropped. */
export function splitList(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(/[,;，；\n]/);
	return parts.map((part) => String(part ?? '').trim()).filter((address) => address !== '');
}
