import type { EditionTables } from '../../mocks/edition-tables.ts'
import { analyseSeries } from '../../src/domain/analysis/analyse-series.ts'
import type { MeasureContext } from '../../src/domain/analysis/chart-series.ts'
import { analyseCoarser } from '../../src/domain/analysis/coarser-analysis.ts'
import { seriesOfCoarser } from '../../src/domain/analysis/coarser-points.ts'
import { compareChanges } from '../../src/domain/analysis/compare-changes.ts'
import type { KpiAnalysis, TestedSeries } from '../../src/domain/analysis/edition-analysis.ts'
import { judgeImpacts } from '../../src/domain/analysis/judge-impacts.ts'
import { judgePart } from '../../src/domain/analysis/judge-part.ts'
import { alignChanges } from '../../src/domain/analysis/one-verdict/align-change.ts'
import { membersOf, mixesOf } from '../../src/domain/analysis/test-family.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../src/domain/figures/figure.ts'
import { borough, carriesOver } from '../../src/domain/measures/measure.ts'
import { findSignalsAndMixes } from '../../src/domain/signals/find-signals.ts'
import { strengthOf } from '../../src/domain/signals/strength.ts'
import { type Veiled, veiledOf } from './shown-alike.ts'

export const verdictKinds = [
  'change',
  'outlook',
  'before-and-after',
  'promise',
  'flag',
  'flag-and-strength',
  'mix',
  'chance',
  'quarters',
  'part',
] as const
/** All that is told of a series now, by which somebody may rule a value out who knows the others. */
export const toldNow = [
  'change',
  'outlook',
  'before-and-after',
  'promise',
  'flag-and-strength',
  'mix',
  'quarters',
  'part',
] as const satisfies readonly VerdictKind[]
export type VerdictKind = (typeof verdictKinds)[number]
type Judges = Partial<Record<VerdictKind, (series: Series) => unknown>>

/** A figure of one edition that the panel does not see as it is, and which of the others each verdict rules out. */
export interface Asked extends Pick<Series, 'kpi' | 'dimension' | 'member'> {
  period: string
  veiled: Veiled
  ruledOut: ReadonlyMap<VerdictKind, readonly boolean[]>
}

/**
 * What verdicts say of single figures to somebody who knows every other figure of the series exactly, which nobody does:
 * each value that would be published alike is put in the place of the true one, and what would then be told is compared
 * with what is told. A value that changes nothing is possible for everybody; so this is the most that could be worked out.
 */
export function* askEach(
  tables: EditionTables,
  number: number,
  sizes: readonly Veiled['size'][],
): Generator<Asked> {
  const asOf = tables.editions[number - 1]?.dataAsAt ?? ''
  const publicPlan = tables.readPlan(number, 'protected')
  const told = tables.readAnalysis(number, 'protected')
  const { family } = tables.readAnalysis(number, 'exact')
  const threshold = Math.max(
    0,
    ...family.signals.flatMap(({ flagged, pValue }) => (flagged ? (pValue ?? 0) : [])),
  )
  const received = tables.readSeries(number, 'exact', () => true)
  const published = tables.readSeries(number, 'protected', () => true)
  const kpis = tables.readKpis(number, 'protected')
  const definitions = new Map(tables.readKpis(number, 'exact').map((kpi) => [kpi.id, kpi]))
  const isTold = (one: TestedSeries, own: Series) =>
    isOf(one, own) && told.family.signals.some((same) => same.tested === one.tested && isOf(same, own))
  for (const own of published) {
    const kpi = kpis.find(({ id }) => id === own.kpi)
    const exactKpi = definitions.get(own.kpi)
    const truth = received.find((one) => isOf(one, own))
    if (!kpi || !exactKpi || !truth) continue
    const context: MeasureContext = { kpi, plan: publicPlan, asOf, isRounded: true }
    const analysis = told.kpis.find((one) => one.kpi === own.kpi)
    const judges: Judges = {}
    const isJudged = analysis?.series.some(
      ({ dimension, member }) => dimension === own.dimension && member === own.member,
    )
    if (isJudged && analysis) Object.assign(judges, judgesOf(context, own, analysis))
    else Object.assign(judges, judgesOfPart(context, own))
    for (const one of family.signals) {
      if (!isTold(one, own)) continue
      const perChance = (one.qValue ?? 1) / (one.pValue ?? 1)
      if (one.tested === 'mix') {
        const siblings = received.filter((same) => same.kpi === own.kpi && same.dimension === own.dimension)
        judges.mix = (series) => mixOf(exactKpi, siblings, series, threshold)
        continue
      }
      const flag = (series: Series) => flagOf(exactKpi, series, threshold, perChance)
      judges.flag = (series) => flag(series).flag
      judges['flag-and-strength'] = (series) => [flag(series).flag, flag(series).strength]
      judges.chance = (series) => flag(series).chance
    }
    for (const veiled of veiledOf(exactKpi, truth.points, own.points))
      if (sizes.includes(veiled.size))
        yield {
          ...{ kpi: own.kpi, dimension: own.dimension, member: own.member },
          period: truth.points[veiled.row]?.period ?? '',
          veiled,
          ruledOut: ruledOutBy(judges, truth, veiled),
        }
  }
}

function isOf(one: Omit<Series, 'points'>, other: Omit<Series, 'points'>): boolean {
  return one.kpi === other.kpi && one.dimension === other.dimension && one.member === other.member
}

const baselines = new WeakMap<(series: Series) => unknown, string>()

/** Which of the other values each verdict rules out. */
function ruledOutBy(judges: Judges, truth: Series, { row, others }: Veiled): Map<VerdictKind, boolean[]> {
  const worlds = others.map(({ point }) => ({ ...truth, points: truth.points.with(row, point) }))
  const ruledOut = new Map<VerdictKind, boolean[]>()
  for (const kind of verdictKinds) {
    const judge = judges[kind]
    if (!judge) continue
    const baseline = baselines.get(judge) ?? JSON.stringify(judge(truth))
    baselines.set(judge, baseline)
    ruledOut.set(
      kind,
      worlds.map((world) => JSON.stringify(judge(world)) !== baseline),
    )
  }
  return ruledOut
}

/** What is told of the series of a measure, by what was received of it. */
function judgesOf(context: MeasureContext, own: Series, analysis: KpiAnalysis): Judges {
  const { plan, asOf } = context
  const exactly = { ...context, isRounded: false }
  const tell = (series: Series) => {
    const exact = analyseSeries(exactly, series)
    return analyseSeries(context, own, null, exact && { series, flag: null, ahead: exact })
  }
  let last: { series: Series; told: ReturnType<typeof tell> } | null = null
  const toldOf = (series: Series) => {
    if (last?.series !== series) last = { series, told: tell(series) }
    return last.told
  }
  const milestones = plan.milestones.filter(({ kpi }) => kpi === own.kpi)
  const isWhole = own.dimension === borough.dimension
  return {
    change: (series: Series) => {
      const found = toldOf(series)
      if (!found) return null
      const { variation, byMethod, notJudged, special, assurance, claim, headline } = found
      return [variation, byMethod, notJudged, special, assurance, claim, headline]
    },
    outlook: (series: Series) => [toldOf(series)?.reach, toldOf(series)?.required],
    ...(isWhole &&
      analysis.coarser?.analysis && {
        quarters: (series: Series) => quartersOf(context, own, series, analysis),
      }),
    ...(isWhole && {
      'before-and-after': (series: Series) => {
        return alignChanges(context, own, series, compareChanges(exactly, series)).map(
          ({ estimate }) => estimate.kind,
        )
      },
    }),
    ...(isWhole &&
      milestones.length > 0 && {
        promise: (series: Series) => {
          const measure = {
            context,
            series: [own],
            analysis,
            received: { context: exactly, series: [series], analysis },
          }
          return judgeImpacts(milestones, new Map([[own.kpi, measure]]), asOf).map(
            ({ state, success, successSentence, chanceByDate }) => [
              state,
              success,
              successSentence,
              chanceByDate,
            ],
          )
        },
      }),
  }
}

/** What is told of quarters, by what was received of the months. */
function quartersOf(context: MeasureContext, published: Series, received: Series, { coarser }: KpiAnalysis) {
  if (!coarser) return null
  const exact = analyseSeries({ ...context, isRounded: false }, received)
  const figures = seriesOfCoarser(published.kpi, coarser).points.map((point) => ({ ...published, ...point }))
  const told = analyseCoarser(context, {
    ...{ span: coarser.span, figures, published, received },
    months: null,
    exactMonths: exact,
    flag: null,
  })
  const { variation, byMethod, special } = told.analysis ?? {}
  return [variation, byMethod?.direction, byMethod?.since, special]
}

/**
 * Whether the series is flagged, how strongly, and the chance to a power of ten, which was told once. Tested by itself,
 * without what lists teach of each other, at the line at which the family was flagged.
 */
function flagOf(kpi: DescribedKpi, series: Series, threshold: number, perChance: number) {
  const [member] = membersOf({ kpis: [kpi], series: [series] })
  const denominators = new Map(series.points.map(({ period, denominator }) => [period, denominator]))
  const values = member && !member.doubted ? member.grid.values : []
  const known = {
    measure: kpi.id,
    isList: carriesOver(kpi.aggregation),
    ...(kpi.unit === 'percent' && {
      shares: {
        denominators: (member?.grid.periods ?? []).map((period) => denominators.get(period) ?? null),
        whole: 100 as const,
      },
    }),
  }
  const [signal] = findSignalsAndMixes([values], [], [known]).signals
  const chance = signal?.chance ?? 1
  const isFlagged = chance <= threshold
  return {
    chance: Math.ceil(Math.log10(Math.max(1e-6, chance))),
    flag: isFlagged && [signal?.change?.kind, signal?.change?.direction, signal?.change?.months],
    strength: isFlagged && strengthOf(chance * perChance),
  }
}

/** Whether anything is told of a part: its published figures are judged where those received say the same. */
function judgesOfPart(context: MeasureContext, own: Series): Judges {
  const shown = judgePart(context, own)?.variation ?? null
  if (shown === null || own.dimension === borough.dimension) return {}
  return { part: (series) => judgePart({ ...context, isRounded: false }, series)?.variation === shown }
}

/** Which share of the categories is flagged, at the line at which the family was. */
function mixOf(kpi: DescribedKpi, siblings: readonly Series[], series: Series, threshold: number) {
  const members = membersOf({
    kpis: [kpi],
    series: siblings.map((one) => (isOf(one, series) ? series : one)),
  })
  const categories = mixesOf(members).flatMap((mix) => mix.categories.map(({ grid }) => grid.values))
  const [found] = findSignalsAndMixes([], [categories]).mixes
  if (!found?.change || found.chance > threshold) return null
  const { category, direction, months } = found.change
  return [category, direction, months]
}
