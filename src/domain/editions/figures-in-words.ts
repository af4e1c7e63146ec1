import type { Audience, Organisation } from './publication.ts'

/** Whose figures a file holds, for its head. */
export function figuresInWords(audience: Audience, { exactOf }: Pick<Organisation, 'exactOf'>): string {
  if (audience === 'protected') return 'protected: small numbers of people withheld, counts of people rounded'
  return exactOf
    ? `exact of ${exactOf.join(' and ')}, for officers; of other services as the panel sees them`
    : 'exact, for officers'
}
