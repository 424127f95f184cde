/** Types of pictures that every browser draws and that documents are made with; what is kept as a photo or a signature has one of them. */
export const DRAWN_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
