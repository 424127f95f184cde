/** Whether a binary property is a picture for a template: its name is `image_` and the picture's key. */
export function isImage(property: string): boolean {
	return property.startsWith('image_');
}
