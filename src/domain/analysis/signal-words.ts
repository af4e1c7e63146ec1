import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series, SeriesKey } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { borough, isCompound, isSnapshot } from '../measures/measure.ts'
import type { DatedFigures } from '../movement/movement-words.ts'
import { formatObservedAt } from '../periods/labels.ts'
import { describeSignal as describeInShort } from '../scorecard/attention.ts'
import {
  clauseOfSignal,
  describeSignal,
  type SignalToWord,
  subjectOf as subjectInWords,
} from '../signals/describe-signal.ts'
import type { PointType } from '../spc/point-types.ts'
import type { FlaggedChange, TestedSeries } from './edition-analysis.ts'
import type { SeriesGrid } from './series-grid.ts'

type ToldChange = Omit<FlaggedChange, 'sentence' | 'seen'>

/** Whether the figures that a reader sees are rounded for publication, and the same as they were received. */
export interface ReadersFigures {
  isRounded: boolean
  received?: SeriesGrid | null | undefined
  /** a newer figure was due by the day of the edition and has not come */
  isOverdue?: boolean
}

/**
 * One sentence for a flagged series: what, where, since when, how much. Held to its own trend it can be lower than on
 * it and higher than before: what is seen of it is told in a few words as well.
 */
export function writeSignalWords(
  kpi: DescribedKpi,
  series: Pick<Series, 'dimension'>,
  label: string,
  change: ToldChange,
  readers: ReadersFigures,
): Pick<FlaggedChange, 'sentence' | 'seen'> {
  const signal = signalToWord(kpi, series, label, change, readers)
  // what is seen of a drift, too, is not all in its kind and month: whether it goes on
  const isSeen = signal.expected !== null || signal.kind === 'drift'
  const seen = isSeen ? { seen: clauseOfSignal(signal).title } : {}
  return { sentence: withOverdue(describeSignal(signal), signal, readers), ...seen }
}

/** Where a newer figure is overdue, up to when this was seen: the measure's own page judges no change meanwhile. */
function withOverdue(
  sentence: string,
  { latest, isSnapshot }: SignalToWord,
  { isOverdue = false }: ReadersFigures,
): string {
  return isOverdue
    ? `${sentence.replace(/\.$/, '')}; that is up to ${formatObservedAt(latest.period, isSnapshot)}, and a newer figure is overdue.`
    : sentence
}

/** The same for the series' own title and paragraph, which name it already. */
export function writeFlag(
  kpi: DescribedKpi,
  { dimension, label, change }: Pick<TestedSeries, 'dimension' | 'label' | 'change'>,
  readers: ReadersFigures,
): FlagInWords | null {
  if (!change) return null
  return flagOf(clauseOfSignal(signalToWord(kpi, { dimension }, label, change, readers)), change)
}

/**
 * What was flagged of a part of a breakdown, which is judged where it is read: in the words that were published, since
 * words made anew of rounded figures may say another thing.
 */
export function publishedFlag(
  kpi: DescribedKpi,
  signals: readonly TestedSeries[],
  { dimension, member }: Pick<SeriesKey, 'dimension' | 'member'>,
): FlagInWords | null {
  const found = signals.find(
    (one) =>
      one.kpi === kpi.id && one.dimension === dimension && one.member === member && one.tested === 'series',
  )
  if (!found?.change) return null
  const { sentence } = found.change
  const subject = subjectInWords(subjectOf(kpi, found, found.label))
  const clause = sentence.slice(`${subject}: `.length).replace(/\.$/, '')
  return flagOf({ clause, title: lowerFirst(describeInShort(found.change)) }, found.change)
}

function flagOf(words: Pick<FlagInWords, 'clause' | 'title'>, change: FlaggedChange): FlagInWords {
  const isOfLevel = change.kind !== 'variation' && change.expected === null
  const { direction, meaning } = change
  return { ...words, direction, meaning, variation: isOfLevel ? variationOf(change) : null }
}

function variationOf({ meaning, direction }: Pick<FlaggedChange, 'meaning' | 'direction'>): PointType {
  switch (meaning) {
    case 'improvement':
      return 'special_cause_improvement'
    case 'concern':
      return 'special_cause_concern'
    case 'neutral':
      return direction > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low'
  }
}

function signalToWord(
  kpi: DescribedKpi,
  series: Pick<Series, 'dimension'>,
  label: string,
  { kind, direction, since, before, after, expected, history }: ToldChange,
  { isRounded, received }: ReadersFigures,
): SignalToWord {
  const latest = history.findLast(({ value }) => value !== null)
  return {
    ...subjectOf(kpi, series, label),
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    kind,
    direction,
    since,
    before,
    after,
    expected: kind === 'variation' ? null : expected,
    categories: 'mentions',
    latest: { period: latest?.period ?? since, value: latest?.value ?? after },
    figures: figuresOf(history),
    isRounded,
    received: isRounded && received ? valuesOver(history, received) : null,
  }
}

/** What was tested is the part of a series since its last recorded change. */
function valuesOver(history: FlaggedChange['history'], { periods, values }: SeriesGrid) {
  const valueAt = new Map(periods.map((period, row) => [period, values[row] ?? null]))
  return history.map(({ period }) => valueAt.get(period) ?? null)
}

export function figuresOf(history: FlaggedChange['history']): DatedFigures {
  return { periods: history.map(({ period }) => period), values: history.map(({ value }) => value) }
}

/** A category stands for itself, and in a town: 'Self-neglect in Southall'; a part of a measure is named after it. */
function subjectOf(kpi: DescribedKpi, { dimension }: Pick<Series, 'dimension'>, label: string) {
  if (dimension === borough.dimension) return { name: kpi.name, memberLabel: null, place: null }
  if (kpi.aggregation !== 'X') return { name: `${kpi.name}, ${label}`, memberLabel: null, place: null }
  const [category = label, town] = label.split(' · ')
  return isCompound(dimension) && town !== undefined
    ? { name: kpi.name, memberLabel: category, place: `in ${town}` }
    : { name: kpi.name, memberLabel: label, place: null }
}
