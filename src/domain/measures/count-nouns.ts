/** What a count counts, as its definition says it; an edition published before definitions said it has neither. */
export interface CountNouns {
  /** after exactly 1: 'person waiting' */
  one?: string | null | undefined
  /** after any other number: 'people waiting'; where it is left out, what is counted (`numerator`) stands for it */
  many?: string | null | undefined
}

/**
 * The noun after a shown number. A definition that gives no noun for one leaves 1 to stand alone, which reads as
 * plainly and is never wrong: a plural made singular by a rule would be, sooner or later.
 *
 * @example { one: 'person', many: 'people' }: '1' → 'person'; '1.0', '0' or '309' → 'people'
 */
export function nounAfter(shown: string, measure: CountNouns & { numerator?: string | null }): string {
  return isPlural(shown) ? (nounOfMany(measure) ?? '') : (measure.one ?? '')
}

export function nounOfMany({ many, numerator }: CountNouns & { numerator?: string | null }): string | null {
  return many ?? numerator ?? null
}

/** Whether a shown number takes a plural: everything but exactly '1', with a sign before it or without. */
export function isPlural(shown: string): boolean {
  return shown.replace('\u2212', '') !== '1'
}
