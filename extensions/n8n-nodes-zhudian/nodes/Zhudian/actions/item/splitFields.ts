/** `"id, title"` → `["id", "title"]`; nothing at all means every field. */
export function splitFields(text: string): string[] {
	const fields = text
		.split(',')
		.map((field) => field.trim())
		.filter((field) => field !== '');
	return fields.length > 0 ? fields : ['*'];
}
