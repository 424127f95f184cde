/** The kinds that people's lives may hang on: of a major hazard. Somebody of the city office confirms that they have come. */
const CONFIRMED: readonly string[] = ['major_hazard', 'unacknowledged'];

export const isConfirmed = ({ kind }: { readonly kind: string }): boolean => CONFIRMED.includes(kind);
