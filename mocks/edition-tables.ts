import { type Action, protectActions } from '../src/domain/actions/action.ts'
import { analyseEdition } from '../src/domain/analysis/analyse-edition.ts'
import type { EditionAnalysis } from '../src/domain/analysis/edition-analysis.ts'
import { type Commentary, commentaryKey, protectCommentary } from '../src/domain/commentary/commentary.ts'
import { protectDefinition } from '../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../src/domain/disclosure/protect-edition.ts'
import { type CoarserSeries, tellCoarser } from '../src/domain/disclosure/tell-coarser.ts'
import type { Judged, Withholding } from '../src/domain/disclosure/withholding.ts'
import { type DescribedKpi, describeKpi } from '../src/domain/editions/describe-kpi.ts'
import { describeHoldings, seriesKey } from '../src/domain/editions/holdings.ts'
import type { Audience, Edition, MemberLabel, Publication } from '../src/domain/editions/publication.ts'
import {
  type Figure,
  type FigureVersion,
  figureKey,
  type Series,
  type SeriesPoint,
} from '../src/domain/figures/figure.ts'
import { standsIn, versionFigures } from '../src/domain/figures/versions.ts'
import type { KpiDefinition } from '../src/domain/measures/measure.ts'
import { type Plan, protectPlan } from '../src/domain/plans/plan.ts'

/** What stands beside the figures in one edition: definitions, names of members and the plan. */
interface EditionRecords {
  kpis: ReadonlyMap<string, KpiDefinition>
  members: readonly MemberLabel[]
  plan: Plan
  actions: readonly Action[]
  commentary: readonly Commentary[]
}

/** One audience's figures: every version of every series, in order of first appearance. */
type FigureTable = Map<string, FigureVersion[]>

/** Published editions in memory, made by the same rules as in the database: versions, never copies. */
export interface EditionTables {
  editions: Edition[]
  readKpis: (edition: number, audience: Audience) => DescribedKpi[]
  readSeries: (
    edition: number,
    audience: Audience,
    wanted: (series: Omit<Series, 'points'>) => boolean,
  ) => Series[]
  readPlan: (edition: number, audience: Audience) => Plan
  readActions: (edition: number, audience: Audience) => readonly Action[]
  readCommentary: (edition: number, audience: Audience) => readonly Commentary[]
  /** every version of every figure of a set, whatever edition it stands in */
  readVersions: (audience: Audience) => readonly FigureVersion[]
  /** what an edition hides from the panel of some measures, and by which rule: in the order of the exact figures */
  readWithheld: (edition: number, kpis: readonly string[]) => Withholding[]
  /** computed at the first reading, once for each edition and audience */
  readAnalysis: (edition: number, audience: Audience) => EditionAnalysis
}

/** All that publishing makes: documents without functions, so that they can be kept as they are and read elsewhere. */
export interface Published {
  editions: Edition[]
  records: EditionRecords[]
  exact: FigureTable
  shielded: FigureTable
  verdicts: { coarser: readonly CoarserSeries[] }[]
  withheld: Map<string, Withholding>[]
  /** by edition and audience, as they come to be read */
  analyses: Map<string, EditionAnalysis>
}

export function publishAll(publications: readonly Publication[], organisation: string): EditionTables {
  return openTables(publishEach(publications), organisation)
}

export function publishEach(publications: readonly Publication[]): Published {
  const editions: Edition[] = []
  const records: EditionRecords[] = []
  const exact: FigureTable = new Map()
  const shielded: FigureTable = new Map()
  const standing = { exact: new Map<string, FigureVersion>(), protected: new Map<string, FigureVersion>() }
  const protectedEditions = openProtectedEditions()
  const verdicts: Published['verdicts'] = []
  const withheld: Published['withheld'] = []

  for (const publication of publications) {
    const number = editions.length + 1
    const before = records.at(-1)
    const now = mergeRecords(before, publication)
    const figures = [...publication.figures]
    const { figures: shown, judged } = protectedEditions.protect(now.kpis, figures)
    withheld.push(judgedOn(withheld.at(-1), judged))
    const coarserOf = { kpis: [...now.kpis.values()], plan: now.plan }
    verdicts.push({ coarser: tellCoarser(protectedEditions.ledger, coarserOf) })
    writeFigures(exact, standing.exact, number, figures)
    writeFigures(shielded, standing.protected, number, shown, 'without-previous-values')
    const previous = editions.at(-1)
    if (previous) previous.supersededBy = number
    const { label, publishedAt, dataAsAt, note } = publication
    editions.push({ number, label, publishedAt, dataAsAt, note, supersededBy: null, withdrawn: false })
    records.push(now)
  }
  return { editions, records, exact, shielded, verdicts, withheld, analyses: new Map() }
}

export function openTables(
  { editions, records, exact, shielded, verdicts, withheld, analyses }: Published,
  organisation: string,
): EditionTables {
  const tableOf = (audience: Audience) => (audience === 'exact' ? exact : shielded)
  const recordsOf = (edition: number) => {
    const found = records[edition - 1]
    if (!found) throw new Error(`there is no edition ${edition}`)
    return found
  }

  const described = new Map<string, DescribedKpi[]>()
  const describe = (edition: number, audience: Audience) => {
    const { kpis, members, plan } = recordsOf(edition)
    const held = Map.groupBy(holdingsOf(tableOf(audience), edition), (series) => series.kpi)
    return [...kpis.values()].map((kpi) =>
      describeKpi(
        audience === 'exact' ? kpi : protectDefinition(kpi),
        describeHoldings(kpi, held.get(kpi.id) ?? [], members, organisation),
        plan.interventions,
      ),
    )
  }

  const receivedOf = (edition: number) => ({
    series: tables.readSeries(edition, 'exact', () => true),
    analysis: tables.readAnalysis(edition, 'exact'),
    ...(verdicts[edition - 1] ?? { coarser: [] }),
  })
  const tables: EditionTables = {
    editions,
    readAnalysis: (edition, audience) => {
      const key = `${edition} ${audience}`
      const analysis =
        analyses.get(key) ??
        analyseEdition({
          kpis: tables.readKpis(edition, audience),
          plan: tables.readPlan(edition, audience),
          actions: tables.readActions(edition, audience),
          series: tables.readSeries(edition, audience, () => true),
          received: audience === 'protected' ? receivedOf(edition) : null,
          audience,
          asOf: editions[edition - 1]?.dataAsAt ?? '',
        })
      analyses.set(key, analysis)
      return analysis
    },
    readWithheld: (edition, kpis) =>
      tables
        .readSeries(edition, 'exact', ({ kpi }) => kpis.includes(kpi))
        .flatMap(({ points, ...series }) =>
          points.flatMap(({ period }) => withheld[edition - 1]?.get(figureKey({ ...series, period })) ?? []),
        ),
    readVersions: (audience) => [...tableOf(audience).values()].flat(),
    readPlan: (edition, audience) => {
      const { plan } = recordsOf(edition)
      return audience === 'exact' ? plan : protectPlan(plan)
    },
    readActions: (edition, audience) => {
      const { actions, plan } = recordsOf(edition)
      return audience === 'exact' ? actions : protectActions(actions, plan.milestones)
    },
    readCommentary: (edition, audience) => {
      const { commentary } = recordsOf(edition)
      return audience === 'exact' ? commentary : protectCommentary(commentary)
    },
    readSeries: (edition, audience, wanted) => readSeries(tableOf(audience), edition, wanted),
    readKpis: (edition, audience) => {
      const key = `${edition} ${audience}`
      const kpis = described.get(key) ?? describe(edition, audience)
      described.set(key, kpis)
      return kpis
    },
  }
  return tables
}

/** What stands withheld after an edition: what it judged in place of what was judged before. */
function judgedOn(before: ReadonlyMap<string, Withholding> | undefined, judged: readonly Judged[]) {
  const standing = new Map(before)
  for (const one of judged) {
    if (one.withholding) standing.set(figureKey(one), one.withholding)
    else standing.delete(figureKey(one))
  }
  return standing
}

function mergeRecords(before: EditionRecords | undefined, publication: Publication): EditionRecords {
  const merge = <T>(old: readonly T[] | undefined, added: readonly T[], keyOf: (item: T) => string): T[] => [
    ...new Map([...(old ?? []), ...added].map((item) => [keyOf(item), item])).values(),
  ]
  const byId = ({ id }: { id: string }) => id
  return {
    kpis: new Map([...(before?.kpis.values() ?? []), ...publication.kpis].map((kpi) => [kpi.id, kpi])),
    members: merge(
      before?.members,
      publication.members,
      ({ dimension, member }) => `${dimension}\u001f${member}`,
    ),
    actions: merge(before?.actions, publication.actions ?? [], byId),
    commentary: merge(before?.commentary, publication.commentary ?? [], commentaryKey),
    plan: {
      workstreams: merge(before?.plan.workstreams, publication.workstreams, byId),
      milestones: merge(before?.plan.milestones, publication.milestones, byId),
      trajectories: merge(before?.plan.trajectories, publication.trajectories, ({ kpi }) => kpi),
      interventions: merge(
        before?.plan.interventions.filter(({ id }) => !publication.takenBack?.includes(id)),
        publication.interventions,
        byId,
      ),
      risks: merge(before?.plan.risks, publication.risks, byId),
    },
  }
}

function writeFigures(
  table: FigureTable,
  standing: Map<string, FigureVersion>,
  edition: number,
  figures: readonly Figure[],
  previousValues: 'with-previous-values' | 'without-previous-values' = 'with-previous-values',
): void {
  const { closed, opened } = versionFigures(edition, standing, figures)
  for (const version of closed) {
    const open = standing.get(figureKey(version))
    if (open) open.lastEdition = version.lastEdition
  }
  for (const version of opened) {
    const kept = previousValues === 'with-previous-values' ? version : { ...version, previousValue: null }
    standing.set(figureKey(kept), kept)
    const versions = table.get(seriesKey(kept))
    if (versions) versions.push(kept)
    else table.set(seriesKey(kept), [kept])
  }
}

function readSeries(
  table: FigureTable,
  edition: number,
  wanted: (series: Omit<Series, 'points'>) => boolean,
): Series[] {
  const found: Series[] = []
  for (const versions of table.values()) {
    const [first] = versions
    if (!first || !wanted(first)) continue
    const points = versions.filter((version) => standsIn(version, edition)).map(pointOf)
    if (!points.length) continue
    points.sort((a, b) => (a.period < b.period ? -1 : 1))
    found.push({ kpi: first.kpi, dimension: first.dimension, member: first.member, points })
  }
  return found
}

function pointOf(version: FigureVersion): SeriesPoint {
  const { kpi: _k, dimension: _d, member: _m, firstEdition: _f, lastEdition: _l, ...point } = version
  return point
}

function holdingsOf(table: FigureTable, edition: number) {
  return [...table.values()].flatMap((versions) => {
    const latest = versions
      .filter((version) => standsIn(version, edition))
      .reduce<FigureVersion | null>(
        (best, version) => (!best || version.period > best.period ? version : best),
        null,
      )
    if (!latest) return []
    const { kpi, dimension, member, period, asAt } = latest
    return [{ kpi, dimension, member, latestPeriod: period, received: asAt }]
  })
}
