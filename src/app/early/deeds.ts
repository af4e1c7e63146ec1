/** Said by the app each time that a part of the page answers: the page at first, then what it had put off. */
export const partAnswers = 'part-answers'

/** Something that a reader did, and nobody answered. */
export interface Deed {
  /** what it was done to, or what stands in its place by now; null for a key of the whole page */
  to: (() => Element) | null
  /** does it again, and says whether it was answered */
  again: () => boolean
}

export interface EarlyDeeds {
  keep: (deed: Deed) => void
  drop: (isDropped: (deed: Deed) => boolean) => void
  /** whether the page answers: what it had to put off may still not */
  isAnswered: () => boolean
  /** whether something is being done again just now: it is nothing new to keep */
  isRepeated: () => boolean
}
