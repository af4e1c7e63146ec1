import type { SeriesKey } from '../figures/figure.ts'

/** The rules that withhold a figure for what it is itself. */
export const ownRules = [
  'small-count',
  'small-whole',
  'small-share',
  'small-base',
  'none-or-all',
  'few-for-median',
  'few-for-percentile',
  'no-counts',
] as const
export type OwnRule = (typeof ownRules)[number]

/** Every rule that hides something; `others`: something could be worked out; `earlier`: an edition before left it out. */
export const withholdingRules = [...ownRules, 'others', 'earlier'] as const
export type WithholdingRule = (typeof withholdingRules)[number]

/** Where a figure stands. */
export interface FigurePlace extends SeriesKey {
  period: string
}

/** What something was hidden against: a number that could be worked out, and the figures that it could be worked out from. */
export interface HiddenFor {
  protects: FigurePlace
  from: readonly FigurePlace[]
}

/** What the panel does not see of a figure, and which rule hid it. Officers read it; nothing public says a word of it. */
export interface Withholding extends FigurePlace {
  /** the figure itself, or only counts that go with it */
  hides: 'figure' | 'counts'
  rule: WithholdingRule
  /** of `others`: what could be worked out if it were shown; null where it is not known any more */
  against: HiddenFor | null
}

/** As officers read it. */
export interface ToldWithholding extends Omit<Withholding, 'against'> {
  /** the rule in words, and what the figure could be worked out from */
  words: string
}

/** A figure that was judged, and what is hidden of it. */
export interface Judged extends FigurePlace {
  withholding: Withholding | null
}
