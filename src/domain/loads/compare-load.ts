import type { RowAnalysis } from '../analysis/edition-analysis.ts'
import { stateWords } from '../changes/state-words.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Audience } from '../editions/publication.ts'
import { type FigureVersion, figureKey } from '../figures/figure.ts'
import { standsIn } from '../figures/versions.ts'
import { borough, isSnapshot } from '../measures/measure.ts'
import { formatObservedAt } from '../periods/labels.ts'

/** What publication would change of one measure, counted in figures of all its breakdowns. */
export interface MeasureComparison {
  kpi: string
  name: string
  newFigures: number
  /** of the new ones, those that this audience would not be shown */
  newWithheld: number
  /** another value, or settled with the same one */
  replaced: number
  /** shown now, and not any more: withheld; missing */
  nowWithheld: number
  vanished: number
  /** withheld now, and shown then */
  newlyShown: number
}

/** A final figure that would say something else, or a provisional one that would by more than a tenth. */
export interface RestatedFigure {
  kpi: string
  name: string
  dimension: string
  member: string
  /** '30 Sep 2025' for a snapshot, else 'Sep 2025' */
  observedAt: string
  period: string
  wasProvisional: boolean
  before: string
  after: string
}

/** What is said of a measure's latest figure, where another thing would be said. */
export interface VerdictChange {
  kpi: string
  name: string
  before: string
  after: string
}

export interface LoadComparison {
  audience: Audience
  /** measures of which anything would change, in the order of the edition; those that would be gone last */
  measures: MeasureComparison[]
  /** the borough's first, at most `mostRestated` */
  restated: RestatedFigure[]
  /** how many more there are */
  furtherRestated: number
  /** those that would be overdue are no verdicts, and stand apart */
  verdicts: VerdictChange[]
  /** measures whose next figure would be overdue, and is not now: they would count as unknown */
  newlyOverdue: Pick<VerdictChange, 'kpi' | 'name'>[]
}

/** One edition as one audience would read it. */
export interface ComparedSet {
  number: number
  kpis: readonly DescribedKpi[]
  rows: ReadonlyMap<string, RowAnalysis>
}

export const mostRestated = 40
/** a provisional figure is expected to settle; by more than this share of itself it is worth a look */
const settles = 0.1

/**
 * What an edition that is rehearsed would change in one audience's set.
 *
 * @param differing versions of figures that stand in only one of the two editions
 */
export function compareLoad(
  audience: Audience,
  before: ComparedSet,
  after: ComparedSet,
  differing: readonly FigureVersion[],
): LoadComparison {
  const pairs = [...Map.groupBy(differing, figureKey).values()].map((versions) => ({
    was: versions.find((version) => standsIn(version, before.number)),
    is: versions.find((version) => standsIn(version, after.number)),
  }))
  const held = new Set(after.kpis.map(({ id }) => id))
  const gone = before.kpis.filter(({ id }) => !held.has(id))
  const byKpi = Map.groupBy(pairs, ({ was, is }) => (is ?? was)?.kpi ?? '')
  const rowsOf = ({ id }: DescribedKpi) => [before.rows.get(id), after.rows.get(id)] as const
  const restated = after.kpis.flatMap((kpi) => restatedOf(kpi, byKpi.get(kpi.id) ?? []))
  const inOrder = [...restated.filter(isOfBorough), ...restated.filter((one) => !isOfBorough(one))]
  return {
    audience,
    measures: [...after.kpis, ...gone].flatMap((kpi) => countChanges(kpi, byKpi.get(kpi.id) ?? [])),
    restated: inOrder.slice(0, mostRestated),
    furtherRestated: Math.max(0, inOrder.length - mostRestated),
    verdicts: after.kpis.flatMap((kpi) => verdictOf(kpi, ...rowsOf(kpi))),
    newlyOverdue: after.kpis.flatMap((kpi) => {
      const [was, is] = rowsOf(kpi)
      return isOverdue(is) && !isOverdue(was) ? [{ kpi: kpi.id, name: kpi.name }] : []
    }),
  }
}

interface Pair {
  was: FigureVersion | undefined
  is: FigureVersion | undefined
}

function countChanges({ id, name }: DescribedKpi, pairs: readonly Pair[]): MeasureComparison[] {
  if (!pairs.length) return []
  const count = (counts: (pair: Pair) => boolean | undefined) => pairs.filter(counts).length
  return [
    {
      kpi: id,
      name,
      newFigures: count(({ was, is }) => !was && is !== undefined),
      newWithheld: count(({ was, is }) => !was && is?.availability === 'suppressed'),
      replaced: count(({ was, is }) => was && is !== undefined),
      nowWithheld: count(
        ({ was, is }) => was?.availability === 'present' && is?.availability === 'suppressed',
      ),
      vanished: count(
        ({ was, is }) => was?.availability === 'present' && (!is || is.availability === 'missing'),
      ),
      newlyShown: count(
        ({ was, is }) => was?.availability === 'suppressed' && is?.availability === 'present',
      ),
    },
  ]
}

function restatedOf(kpi: DescribedKpi, pairs: readonly Pair[]): RestatedFigure[] {
  return pairs
    .flatMap(({ was, is }) => (was && is && isRestated(was, is) ? [{ was, is }] : []))
    .sort((a, b) => (a.is.period < b.is.period ? -1 : 1))
    .map(({ was, is }) => ({
      kpi: kpi.id,
      name: kpi.name,
      dimension: is.dimension,
      member: is.member,
      period: is.period,
      observedAt: formatObservedAt(is.period, isSnapshot(kpi.aggregation)),
      wasProvisional: was.provisional,
      before: stateWords(kpi, was),
      after: stateWords(kpi, is),
    }))
}

function isRestated(was: FigureVersion, is: FigureVersion): boolean {
  if (was.availability !== 'present') return false
  if (is.availability !== 'present') return true
  if (was.value === is.value) return false
  if (!was.provisional) return true
  return Math.abs((is.value ?? 0) - (was.value ?? 0)) > settles * Math.abs(was.value ?? 0)
}

function isOfBorough({ dimension }: RestatedFigure): boolean {
  return dimension === borough.dimension
}

/** Only where another thing is said: the same verdict names another month or figure each time. */
function verdictOf(
  { id, name }: DescribedKpi,
  before: RowAnalysis | undefined,
  after: RowAnalysis | undefined,
): VerdictChange[] {
  if (!after || isOverdue(after) || before?.headline === after.headline) return []
  if (before && stateOf(before) === stateOf(after)) return []
  return [{ kpi: id, name, before: before?.headline ?? 'Not held', after: after.headline }]
}

function stateOf({ variation, claim, notJudged, byMethod }: RowAnalysis): string {
  return JSON.stringify([
    variation,
    claim?.kind ?? null,
    notJudged?.because ?? null,
    byMethod?.direction ?? null,
  ])
}

function isOverdue(row: RowAnalysis | undefined): boolean {
  return row?.notJudged?.because === 'overdue'
}
