import type { SeriesAnalysis, TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { Audience } from '../../domain/editions/publication.ts'
import { evidence } from '../../domain/findings/evidence-words.ts'
import { isHedged } from '../../domain/findings/meanings.ts'
import { isOrAre, listed, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { type Direction, isCompound } from '../../domain/measures/measure.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { standsOut, type ThemeCard } from './theme-cards.ts'
import { locationMeasure, type Theme, typeMeasure } from './theme-measures.ts'

/** Series of these themes that say something: tested by themselves, or flagged in the mix of all categories. */
const isOfThemes = ({ kpi, tested, flagged }: TestedSeries) =>
  (kpi === typeMeasure || kpi === locationMeasure) && (tested === 'series' || flagged)

/** What limits, or the method that suits, say of each type and place: how many are judged, and which stand out. */
export interface StandingOut {
  judged: number
  names: readonly string[]
}

/** More names than this in a title are a list. */
const mostNamed = 3

/**
 * The page's finding, the same whoever reads it: the strongest flagged change among types, places, and types in towns;
 * else which of them stand out from what is usual for them; else that none of those tested, or judged, shows a change.
 * What is not in a reader's set is neither tested nor judged there, and nothing is said of it.
 *
 * @example 'Self-neglect in Southall: drifting up since Oct 2024, 14 in Sep 2025 against about 5 before'; 'Domestic and
 * Psychological stand out from what is usual for them'; 'None of eight types and places tested shows a recent change'
 */
export function writeThemeFinding(signals: readonly TestedSeries[], { judged, names }: StandingOut): string {
  const tested = signals.filter(isOfThemes)
  const lead = tested.find(({ flagged }) => flagged)?.change
  if (lead) return lead.sentence.replace(/\.$/, '')
  if (names.length > 0) {
    const all =
      names.length > mostNamed ? `${capital(numberInWords(names.length))} types and places` : listed(names)
    return `${all} ${names.length === 1 ? 'stands out from what is usual for it' : 'stand out from what is usual for them'}`
  }
  if (tested.length > 0) {
    if (tested.length === 1) return 'The one type or place tested shows no recent change'
    const where = tested.some(({ dimension }) => isCompound(dimension)) ? ', as a whole or in one town,' : ''
    return `None of ${numberInWords(tested.length)} types and places tested${where} shows a recent change`
  }
  return judged > 0
    ? `${evidence.none.title} in any type or place that can be judged`
    : 'No safeguarding theme could be tested for recent change'
}

/** How many were tested and flagged, how far that can be trusted, and which way it points. */
export function writeThemeStandfirst(
  signals: readonly TestedSeries[],
  bearableFalseAlarms: number,
  audience: Audience,
  { names }: StandingOut = { judged: 0, names: [] },
): string {
  const tested = signals.filter(isOfThemes)
  const flagged = tested.filter((one) => one.flagged).length
  return [
    testedInWords(tested.length, flagged, audience),
    flagged > 0
      ? `Expect about 1 in ${Math.round(1 / bearableFalseAlarms)} of such flags to be a false alarm.`
      : names.length > 0
        ? 'A flag must be plain among everything that was tested; what stands out from what is usual for it need not be.'
        : 'That is no proof that nothing has changed.',
    'More enquiries of a type may mean more harm, or that more is noticed.',
  ].join(' ')
}

function testedInWords(tested: number, flagged: number, audience: Audience): string {
  if (tested > 0) {
    const [count, verb] = flagged === 0 ? ['none', 'is'] : [numberInWords(flagged), isOrAre(flagged)]
    return `${capital(count)} of ${numberInWords(tested)} tested series of these themes ${verb} flagged for recent change.`
  }
  return audience === 'protected'
    ? 'In this set small counts are withheld, which leaves no type or place whose latest figures can be told.'
    : 'Figures are too few or too small to test any type or place.'
}

/** Of several measures of categories, each with its analysis; one that could not be read says nothing. */
export function standingOutIn(
  themes: readonly { theme: Pick<Theme, 'dimension'>; analyses: readonly SeriesAnalysis[] }[],
): StandingOut {
  const judged = themes.flatMap(({ theme: { dimension }, analyses }) =>
    dimension.members.flatMap(({ id, label }) => {
      const own = analyses.find((one) => one.dimension === dimension.id && one.member === id)
      return own && own.variation !== null ? [{ label, isOut: standsOut(own) }] : []
    }),
  )
  return { judged: judged.length, names: judged.filter(({ isOut }) => isOut).map(({ label }) => label) }
}

/** What the cards of a theme hold, in the plural. */
export type Things = 'types' | 'places'

/**
 * What must be known to read the pictures: in which order they stand, what is drawn, and how those are judged that have
 * no usual range. Each sentence stands only where a picture bears it out.
 */
export function writeCardsNote(
  cards: readonly Pick<ThemeCard, 'segments' | 'analysis' | 'points'>[],
  things: Things,
  period: string,
): string {
  const one = things.slice(0, -1)
  const hasRange = cards.some(({ segments }) => segments.length > 0)
  const hasBase = cards.some(({ points }) => points.some(({ n }) => n !== null))
  const isByShare = hasBase && cards.some(({ analysis }) => analysis?.byMethod)
  return [
    `Flagged ${things} come first, then those that stand out from what is usual for them, each group by size over the last year.`,
    hasRange
      ? 'Ribbon with short dashes: usual range; diamond: stands out from what is usual; hollow: provisional.'
      : 'Hollow: provisional.',
    isByShare
      ? `${hasRange ? `A ${one} without a ribbon` : `Each ${one}`} is judged by its share of all enquiries concluded in the ${period}, so that a ${period} with more of them is no sign.`
      : '',
    `A ${one} may stand out so and not be flagged: a flag must be plain among everything that was tested.`,
  ]
    .filter(Boolean)
    .join(' ')
}

export interface Verdict {
  icon: IconName
  tone: Tone
  words: string
}

/** What limits say of a category's latest figure: shape, word and colour; why not, where they cannot. */
export function verdictOf(analysis: SeriesAnalysis | null, direction: Direction): Verdict {
  const words = analysis?.headline ?? 'Change is not judged'
  const flag = analysis?.meaning
  if (flag?.direction !== undefined)
    return { icon: flag.direction > 0 ? 'changed-high' : 'changed-low', tone: 'neutral', words }
  if (analysis?.meaning && isHedged(analysis.meaning.kind)) {
    const isUp = (analysis.variation === 'special_cause_concern') === (direction === 'down')
    const isHigh = direction === 'neutral' ? analysis.variation === 'special_cause_neutral_high' : isUp
    return { icon: isHigh ? 'changed-high' : 'changed-low', tone: 'neutral', words }
  }
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
