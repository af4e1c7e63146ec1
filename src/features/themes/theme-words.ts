import type { SeriesAnalysis, TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { Audience } from '../../domain/editions/publication.ts'
import { countOf, formatNumber } from '../../domain/measures/format.ts'
import type { Direction } from '../../domain/measures/measure.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { locationMeasure, typeMeasure } from './theme-measures.ts'

/** Series of these themes that say something: tested by themselves, or flagged in the mix of all categories. */
const isOfThemes = ({ kpi, tested, flagged }: TestedSeries) =>
  (kpi === typeMeasure || kpi === locationMeasure) && (tested === 'series' || flagged)

/**
 * The page's finding: the strongest flagged change among types, places, and types in towns. Where nothing could be
 * tested it says so: that is no finding that nothing has changed. The protected set holds no types in towns, so of them
 * nothing is said.
 * @example 'Self-neglect in Southall: drifting up since Oct 2024, 14 in Sep 2025 against about 5 before'
 */
export function writeThemeFinding(signals: readonly TestedSeries[], audience: Audience): string {
  const tested = signals.filter(isOfThemes)
  const lead = tested.find(({ flagged }) => flagged)?.change
  if (lead) return lead.sentence.replace(/\.$/, '')
  if (tested.length === 0) return 'No safeguarding theme could be tested for recent change'
  return audience === 'protected'
    ? 'No safeguarding theme is plainly emerging in the borough as a whole'
    : 'No safeguarding theme is plainly emerging'
}

/** How many were tested and flagged, how far that can be trusted, and which way it points. */
export function writeThemeStandfirst(
  signals: readonly TestedSeries[],
  bearableFalseAlarms: number,
  audience: Audience,
): string {
  const tested = signals.filter(isOfThemes)
  const flagged = tested.filter((one) => one.flagged).length
  return [
    testedInWords(tested.length, flagged, audience),
    flagged > 0
      ? `Expect about 1 in ${Math.round(1 / bearableFalseAlarms)} of such flags to be a false alarm.`
      : 'That is no proof that nothing has changed.',
    'More enquiries of a type may mean more harm, or that more is noticed.',
  ].join(' ')
}

function testedInWords(tested: number, flagged: number, audience: Audience): string {
  if (tested > 0) {
    const verb = flagged === 1 ? 'is' : 'are'
    return `${formatNumber(flagged, 0)} of ${countOf(tested, 'tested series', 'tested series')} of these themes ${verb} flagged for recent change.`
  }
  return audience === 'protected'
    ? 'In this set small counts are withheld, which leaves no type or place whose latest figures can be told.'
    : 'Figures are too few or too small to test any type or place.'
}

export interface Verdict {
  icon: IconName
  tone: Tone
  words: string
}

/** What limits say of a category's latest figure: shape, word and colour; why not, where they cannot. */
export function verdictOf(analysis: SeriesAnalysis | null, direction: Direction): Verdict {
  const words = analysis?.headline ?? 'Change is not judged'
  switch (analysis?.variation) {
    case 'common_cause':
      return { icon: 'common-cause', tone: 'data', words }
    case 'special_cause_neutral_high':
      return { icon: 'changed-high', tone: 'neutral', words }
    case 'special_cause_neutral_low':
      return { icon: 'changed-low', tone: 'neutral', words }
    case 'special_cause_improvement':
      return { icon: direction === 'down' ? 'improving-low' : 'improving-high', tone: 'improvement', words }
    case 'special_cause_concern':
      return { icon: direction === 'down' ? 'concerning-high' : 'concerning-low', tone: 'concern', words }
    case null:
    case undefined:
      return { icon: 'not-judged', tone: 'data', words }
  }
}
