import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { type Availability, type FigureVersion, figureKey } from '../figures/figure.ts'
import { standsIn } from '../figures/versions.ts'
import { borough, comparatorDimension, isCompound } from '../measures/measure.ts'
import type { Restatement } from './restatements.ts'

export interface FigureState {
  value: number | null
  availability: Availability
  provisional: boolean
}

export interface FigureDifference {
  dimension: string
  member: string
  label: string
  /** null where the earlier edition does not hold it */
  before: FigureState | null
  /** null where the later edition does not hold it */
  after: FigureState | null
}

/** One measure in one period. */
export interface FigureChange {
  kpi: string
  period: string
  /** the borough's figure; for a measure of categories, each category */
  figures: FigureDifference[]
  /** figures of breakdowns and other places that changed in the same way */
  further: number
}

export interface RestatedFigures extends FigureChange {
  edition: number
}

export interface FigureChanges {
  newFigures: FigureChange[]
  restated: RestatedFigures[]
  settled: FigureChange[]
  stillProvisional: FigureChange[]
  withdrawn: FigureChange[]
}

type Kind = 'new' | 'restated' | 'settled' | 'still-provisional' | 'withdrawn'

interface Difference {
  kind: Kind
  key: Pick<FigureVersion, 'kpi' | 'dimension' | 'member' | 'period'>
  before: FigureState | null
  after: FigureState | null
  edition: number
}

/** Whether a figure is what its measure is known by: the borough's, or a category's of a measure of categories. */
export function isHeadline(kpi: Pick<DescribedKpi, 'aggregation'>, dimension: string): boolean {
  return kpi.aggregation === 'X'
    ? dimension !== comparatorDimension && !isCompound(dimension)
    : dimension === borough.dimension
}

/**
 * What differs between the figures of two editions, from the versions that stand in only one of them.
 *
 * New: not held before, or missing or withheld and now given. Restated: a final figure was replaced in between,
 * whatever it was in the earlier edition. Settled: provisional, now final, changed or not. Still provisional: as
 * before, with another value, or gone missing, which settles nothing. A figure that went and came back as it was is
 * no change.
 *
 * @example provisional 412, then final 414 → settled, 412 before and 414 after
 */
export function compareFigures(
  editions: { from: number; to: number },
  versions: readonly FigureVersion[],
  restatements: readonly Restatement[],
  kpis: readonly DescribedKpi[],
): FigureChanges {
  const replaced = Map.groupBy(
    restatements.filter(({ edition }) => editions.from < edition && edition <= editions.to),
    figureKey,
  )
  const differences = [...Map.groupBy(versions, figureKey).entries()].flatMap(([key, pair]) =>
    differenceOf(
      pair.find((version) => standsIn(version, editions.from)),
      pair.find((version) => standsIn(version, editions.to)),
      replaced.get(key) ?? [],
    ),
  )
  const ofKind = (kind: Kind) =>
    group(
      differences.filter((one) => one.kind === kind),
      kpis,
    )
  return {
    newFigures: ofKind('new').map(withoutEdition),
    restated: ofKind('restated'),
    settled: ofKind('settled').map(withoutEdition),
    stillProvisional: ofKind('still-provisional').map(withoutEdition),
    withdrawn: ofKind('withdrawn').map(withoutEdition),
  }
}

function differenceOf(
  before: FigureVersion | undefined,
  after: FigureVersion | undefined,
  replaced: readonly Restatement[],
): Difference[] {
  const key = after ?? before
  if (!key) return []
  const first = replaced.toSorted((a, b) => a.edition - b.edition)[0]
  if (first && after) {
    if (first.before === after.value) return []
    const was: FigureState = { value: first.before, availability: 'present', provisional: false }
    const edition = Math.max(...replaced.map((one) => one.edition))
    return [{ kind: 'restated', key, before: was, after: stateOf(after), edition }]
  }
  const kind = kindOf(before, after)
  return kind
    ? [
        {
          kind,
          key,
          before: before ? stateOf(before) : null,
          after: after ? stateOf(after) : null,
          edition: key.firstEdition,
        },
      ]
    : []
}

function kindOf(before: FigureVersion | undefined, after: FigureVersion | undefined): Kind | null {
  if (!after) return 'withdrawn'
  if (!before) return 'new'
  const isSame = before.value === after.value && before.availability === after.availability
  if (before.availability === 'missing') return after.availability === 'present' ? 'new' : null
  if (before.provisional) {
    if (!after.provisional && after.availability !== 'missing') return 'settled'
    return isSame ? null : 'still-provisional'
  }
  if (isSame) return null
  if (before.availability === 'present') return 'restated'
  return after.availability === 'present' ? 'new' : null
}

function stateOf({ value, availability, provisional }: FigureVersion): FigureState {
  return { value, availability, provisional }
}

/** By measure and period, in the order of the measures; members in the order of their dimension. */
function group(differences: readonly Difference[], kpis: readonly DescribedKpi[]): RestatedFigures[] {
  const byKpi = Map.groupBy(differences, ({ key }) => key.kpi)
  return kpis.flatMap((kpi) => {
    const byPeriod = Map.groupBy(byKpi.get(kpi.id) ?? [], ({ key }) => key.period)
    return [...byPeriod.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, changed]) => {
        const shown = changed.filter(({ key }) => isHeadline(kpi, key.dimension))
        return {
          kpi: kpi.id,
          period,
          figures: inOrderOfMembers(kpi, shown),
          further: changed.length - shown.length,
          edition: Math.max(...changed.map(({ edition }) => edition)),
        }
      })
  })
}

function inOrderOfMembers(kpi: DescribedKpi, shown: readonly Difference[]): FigureDifference[] {
  const members = kpi.dimensions.flatMap((dimension) =>
    dimension.members.map(({ id, label }) => ({ dimension: dimension.id, id, label })),
  )
  const placeOf = ({ key }: Difference) =>
    members.findIndex(({ dimension, id }) => dimension === key.dimension && id === key.member)
  return shown
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one: { key, before, after }, place }) => ({
      dimension: key.dimension,
      member: key.member,
      label: members[place]?.label ?? key.member,
      before,
      after,
    }))
}

function withoutEdition({ edition: _, ...change }: RestatedFigures): FigureChange {
  return change
}
