import type { Action } from '../actions/action.ts'
import { needsProtection } from '../disclosure/protect.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { seriesKey } from '../editions/holdings.ts'
import type { Audience } from '../editions/publication.ts'
import { newestPeriod, upTo } from '../figures/ended-series.ts'
import type { Series, SeriesKey } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { borough, comparatorDimension, isCategoryDimension } from '../measures/measure.ts'
import type { Plan } from '../plans/plan.ts'
import { analyseSeries, type ReceivedSeries } from './analyse-series.ts'
import type { MeasureContext } from './chart-series.ts'
import { analyseCoarser } from './coarser-analysis.ts'
import { withCoarserWords } from './coarser-words.ts'
import { compareChanges } from './compare-changes.ts'
import type {
  ChangeAnalysis,
  CoarserAnalysis,
  EditionAnalysis,
  KpiAnalysis,
  SeriesAnalysis,
  SeriesPart,
  TestedFamily,
} from './edition-analysis.ts'
import { flaggedApart } from './flagged-apart.ts'
import { judgeImpacts } from './judge-impacts.ts'
import { isHiddenPart } from './judge-part.ts'
import { alignChanges } from './one-verdict/align-change.ts'
import { hiddenPartsOf } from './one-verdict/hidden-parts.ts'
import { type OpenReceived, openReceived, type Received } from './one-verdict/received.ts'
import { tellFamily } from './one-verdict/tell-family.ts'
import { rowAnalysis } from './row-analysis.ts'
import { gridOf } from './series-grid.ts'
import { writeFlag } from './signal-words.ts'
import { testFamily } from './test-family.ts'

/** One audience's whole set of an edition. */
export interface EditionFigures {
  kpis: readonly DescribedKpi[]
  plan: Plan
  /** every series that this audience has */
  series: readonly Series[]
  /** what was received and found in it, where what this audience has is rounded or withheld: verdicts rest on it */
  received?: Received | null
  /** the log as this audience may read it */
  actions: readonly Action[]
  audience: Audience
  /** the day of the edition: nothing depends on today */
  asOf: string
}

/**
 * Everything that is computed of an edition for one audience, from that audience's own figures; what is judged
 * of them is judged from the figures as they were received, so that no two audiences read two verdicts.
 * The same at publication, in the mock and in the browser.
 */
export function analyseEdition({
  kpis,
  plan,
  series,
  received = null,
  actions,
  audience,
  asOf,
}: EditionFigures): EditionAnalysis {
  const ordered = inOrderOfDefinition(kpis, series)
  const held = Map.groupBy(ordered, ({ kpi }) => kpi)
  const edition = { kpis, series: ordered, actions, milestones: plan.milestones, audience, asOf }
  const truth = received && openReceived(received)
  const family = truth ? tellFamily(edition, truth) : testFamily(edition)
  const analysed = kpis.map((kpi) => {
    const context = { kpi, plan, asOf, isRounded: audience === 'protected' && needsProtection(kpi) }
    const own = held.get(kpi.id) ?? []
    const analysis = analyseKpi(context, own, family, truth)
    return {
      context,
      series: own,
      analysis,
      row: rowAnalysis(
        kpi,
        own,
        analysis,
        family,
        context.isRounded,
        truth?.analysis.rows.find((row) => row.kpi === kpi.id)?.category?.member ?? null,
      ),
      received: truth && context.isRounded ? receivedMeasure(context, truth) : null,
    }
  })
  return {
    kpis: analysed.map(({ analysis }) => analysis),
    rows: analysed.flatMap(({ analysis, row }) => (row ? [{ kpi: analysis.kpi, ...row }] : [])),
    family,
    impacts: judgeImpacts(
      plan.milestones,
      new Map(analysed.map((measure) => [measure.analysis.kpi, measure])),
      asOf,
    ),
  }
}

function receivedMeasure(context: MeasureContext, { series, analysis }: OpenReceived) {
  const { id } = context.kpi
  const own = analysis.kpis.find(({ kpi }) => kpi === id)
  return own
    ? {
        context: { ...context, isRounded: false },
        series: series.filter(({ kpi }) => kpi === id),
        analysis: own,
      }
    : null
}

/** The order in which series were read must not change the last bit of a result. */
function inOrderOfDefinition(kpis: readonly DescribedKpi[], series: readonly Series[]): Series[] {
  const byKey = new Map(series.map((one) => [seriesKey(one), one]))
  return kpis.flatMap((kpi) =>
    kpi.dimensions.flatMap(({ id: dimension, members }) =>
      members.flatMap(({ id: member }) => byKey.get(seriesKey({ kpi: kpi.id, dimension, member })) ?? []),
    ),
  )
}

/** Of one measure: its borough series, or each of its categories, and what came after recorded changes. */
export function analyseKpi(
  context: MeasureContext,
  held: readonly Series[],
  { signals }: Pick<TestedFamily, 'signals'>,
  truth: OpenReceived | null = null,
): KpiAnalysis {
  const { kpi, isRounded } = context
  const flagOf = (one: Series, flagged: TestedFamily['signals'], rounded: boolean) => {
    const tested = flagged.find((signal) => signal.tested === 'series' && isOf(signal, one))
    const received = rounded ? truth?.seriesOf(one) : null
    return tested
      ? writeFlag(kpi, tested, { isRounded: rounded, received: received && gridOf(received) })
      : null
  }
  const truthOf = (one: Series): ReceivedSeries | null => {
    const received = truth?.seriesOf(one)
    const ahead = truth?.analysisOf(one)
    if (!truth || !isRounded || !received || !ahead) return null
    const flag = flagOf(received, truth.analysis.family.signals, false)
    return { series: upTo(one.points.at(-1)?.period ?? null, received), flag, ahead }
  }
  const series = [...Map.groupBy(held, ({ dimension }) => dimension).values()].flatMap((alike) => {
    const newest = newestPeriod(alike)
    return alike.map((one) => upTo(newest, one))
  })
  const own = series.filter(({ dimension }) =>
    kpi.aggregation === 'X' ? isCategoryDimension(dimension) : dimension === borough.dimension,
  )
  const whole = own.find(({ dimension }) => dimension === borough.dimension)
  const parts = series.filter((one) => !own.includes(one) && one.dimension !== comparatorDimension)
  const hiddenParts = truth && isRounded ? partsToHide(context, parts, truth, signals) : []
  const analysed = own.flatMap(
    (one) => analyseSeries(context, one, flagOf(one, signals, isRounded), truthOf(one)) ?? [],
  )
  const partsAsWhole = parts.flatMap((part) => {
    const received = isHiddenPart({ ...context, hiddenParts }, part) ? asWhole(part, whole, truth) : null
    const flag = received && truth && flagOf(received.series, truth.analysis.family.signals, false)
    return received
      ? (analyseSeries(context, part, flagOf(part, signals, isRounded), { ...received, flag }) ?? [])
      : []
  })
  const coarser =
    truth && whole ? coarserOf(context, whole, analysed, truth, truthOf(whole)?.flag ?? null) : null
  return {
    kpi: kpi.id,
    series: coarser
      ? analysed.map((one) =>
          one.dimension === borough.dimension ? withCoarserWords(kpi, one, coarser) : one,
        )
      : analysed,
    changes: whole ? changesOf(context, whole, truth) : [],
    ...(hiddenParts.length > 0 ? { hiddenParts } : {}),
    ...(partsAsWhole.length > 0 ? { partsAsWhole } : {}),
    ...(coarser ? { coarser } : {}),
  }
}

/**
 * A part as it was received, with what lies ahead of the whole, where it holds the very figures of the whole: of one
 * member that is all there is, nothing else can be told. Targets are promises of the whole.
 */
function asWhole(
  part: Series,
  whole: Series | undefined,
  truth: OpenReceived | null,
): Omit<ReceivedSeries, 'flag'> | null {
  const [series, ofWhole] = [truth?.seriesOf(part), whole && truth?.seriesOf(whole)]
  const ahead = whole && truth?.analysisOf(whole)
  if (!series || !ofWhole || !ahead || !holdAlike(series, ofWhole)) return null
  return { series, ahead: { ...ahead, reach: { kind: 'no-question' }, required: null } }
}

function holdAlike({ points }: Series, other: Series): boolean {
  return (
    points.length === other.points.length &&
    points.every(({ period, value }, row) => {
      const beside = other.points[row]
      return beside?.period === period && beside.value === value
    })
  )
}

/** Parts that officers would read another verdict of, by their figures or by what was flagged of them. */
function partsToHide(
  context: MeasureContext,
  parts: readonly Series[],
  { seriesOf, analysis }: OpenReceived,
  published: TestedFamily['signals'],
): SeriesPart[] {
  const flags = { published, received: analysis.family.signals }
  return [
    ...hiddenPartsOf(context, parts, seriesOf),
    ...flaggedApart(context, parts, seriesOf, flags),
  ].filter(
    (part, place, all) =>
      all.findIndex((one) => one.dimension === part.dimension && one.member === part.member) === place,
  )
}

function changesOf(context: MeasureContext, whole: Series, truth: OpenReceived | null): ChangeAnalysis[] {
  const received = context.isRounded ? truth?.seriesOf(whole) : undefined
  return truth && received
    ? alignChanges(context, whole, received, truth.changesOf(context.kpi.id))
    : compareChanges(context, whole)
}

function coarserOf(
  context: MeasureContext,
  published: Series,
  analysed: readonly SeriesAnalysis[],
  { coarser, seriesOf, analysisOf }: OpenReceived,
  flag: FlagInWords | null,
): CoarserAnalysis | null {
  const told = coarser.find(({ kpi }) => kpi === context.kpi.id)
  const received = seriesOf(published)
  if (!told || !received) return null
  const isWhole = ({ dimension }: Pick<Series, 'dimension'>) => dimension === borough.dimension
  return analyseCoarser(context, {
    ...told,
    published,
    received,
    months: analysed.find(isWhole) ?? null,
    exactMonths: analysisOf(published) ?? null,
    flag,
  })
}

function isOf(one: SeriesKey, other: SeriesKey): boolean {
  return one.kpi === other.kpi && one.dimension === other.dimension && one.member === other.member
}
