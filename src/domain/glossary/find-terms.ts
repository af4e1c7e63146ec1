import { type Term, terms } from './terms.ts'

/**
 * The terms of judgement that a text uses, in the order of the glossary: each with the sentence that explains it.
 *
 * @param text what is read, as it stands; lines are told apart, so that a cell of its own counts as one
 * @example 'Usual range 280 to 330; 309 [p]' → the terms “usual range” and “[p]”
 */
export function findTerms(text: string, among: readonly Term[] = terms): Term[] {
  return among.filter((term) => formOf(term).test(text))
}

/** Where in a text any term stands, as pairs of first and one past the last letter. */
export function placesOfTerms(text: string, among: readonly Term[] = terms): [from: number, to: number][] {
  return among.flatMap((term) =>
    [...text.matchAll(formOf(term))].map(({ index, 0: found }): [number, number] => [
      index,
      index + found.length,
    ]),
  )
}

/** Whole words, in whatever case; a mark stands in brackets of its own. */
function formOf({ forms }: Term): RegExp {
  return new RegExp(`(?<![\\w-])(?:${forms.join('|')})(?![\\w-])`, 'gim')
}
