import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { judgedOf } from '../../src/domain/disclosure/give-reasons.ts'
import { proposedPolicy } from '../../src/domain/disclosure/policy.ts'
import { mayHoldDimension } from '../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import type { FigurePlace, Judged } from '../../src/domain/disclosure/withholding.ts'
import type { Edition } from '../../src/domain/editions/publication.ts'
import { type Figure, type FigureVersion, figureKey } from '../../src/domain/figures/figure.ts'
import { compute } from '../computing/compute.ts'
import { computeOnce } from '../computing/compute-once.ts'
import { openPacker, type PackedFigures, packFigures, unpackFigures } from '../computing/packed-figures.ts'
import { type ProtectedAfter, pairsOf, type Told, type ToldVerdicts } from '../computing/protect-after.ts'
import { readCoarser } from './coarser-store.ts'
import type { Queries } from './database.ts'
import { readEditions } from './editions.ts'
import { openExactReader } from './exact-reader.ts'
import { gatherVersions, versionOf } from './gathered-points.ts'
import { planOf } from './protect-records.ts'
import type { RecordSets } from './publish-records.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import type { AudienceTables } from './schema/versioned.ts'
import { StillDisclosedError } from './still-disclosed.ts'

/**
 * The figures of a new edition as the public may see them, judged together with all that earlier editions have
 * told. Where a definition now asks for other protection, everything that stands of its measure is judged anew.
 * Publication stops where something could be worked out that no hiding in this edition would mend.
 */
export async function protectFigures(
  queries: Queries,
  { number: edition }: Pick<Edition, 'number'>,
  { kpis, kpisToProtectAgain, merged }: RecordSets,
  given: PackedFigures,
): Promise<Omit<ProtectedAfter, 'left'>> {
  const { left, ...told } = await computeOnce('protectAfter', await readTold(queries, kpis, edition - 1), {
    kpis,
    figures: await withWhatIsJudgedAgain(queries, edition, kpisToProtectAgain, given),
    kpisToProtectAgain,
    plan: planOf(merged),
  })
  if (left.length > 0) throw new StillDisclosedError(left)
  return told
}

/** What is given, and after it what stands of measures that are judged anew. */
async function withWhatIsJudgedAgain(
  queries: Queries,
  edition: number,
  kpis: ReadonlySet<string>,
  given: PackedFigures,
): Promise<PackedFigures> {
  if (kpis.size === 0) return given
  const versions = await readVersions(queries, exactTables, { kpis: [...kpis], before: edition })
  const figures = [...unpackFigures(given)]
  const keys = new Set(figures.map(figureKey))
  const again = versions.filter((version) => version.lastEdition === null && !keys.has(figureKey(version)))
  return packFigures([...figures, ...again])
}

/** What verdicts rest on of an edition that was published already: the quarters that it told. */
export async function readToldVerdicts(queries: Queries, edition: number): Promise<ToldVerdicts> {
  return { coarser: await readCoarser(queries, edition) }
}

/** The same of an edition that takes something back, and brings no figures. */
export async function tellVerdictsTakenBack(queries: Queries, edition: number): Promise<ToldVerdicts> {
  const kpis = new Map((await openExactReader(queries, edition).readKpis()).map((kpi) => [kpi.id, kpi]))
  return await compute('verdictsTakenBack', await readTold(queries, kpis, edition))
}

/** Which rule hid what of the figures that each edition judged, as far as their standing still says: not against which. */
export async function recallJudged(
  queries: Queries,
  last: number,
): Promise<{ edition: number; judged: Judged[] }[]> {
  const kpis = new Map((await openExactReader(queries, last).readKpis()).map((kpi) => [kpi.id, kpi]))
  const editions = openProtectedEditions()
  return (await readToldFigures(queries, last)).map(({ told }, index) => {
    const cells = editions.recall(kpis, pairsOf(told))
    return { edition: index + 1, judged: cells.map((cell) => judgedOf(cell, proposedPolicy)) }
  })
}

/** All that was told up to an edition: figures, and what the verdicts of the time followed from. */
async function readTold(
  queries: Queries,
  kpis: ReadonlyMap<string, DisclosureKpi>,
  last: number,
): Promise<Told> {
  const known = new Map((await readEditions(queries)).map((edition) => [edition.number, edition]))
  const editions: Told['editions'][number][] = []
  const everDefined = new Map<string, DisclosureKpi>()
  for (const [index, figures] of (await readToldFigures(queries, last)).entries()) {
    const earlier = index + 1
    const then = openExactReader(queries, earlier)
    const definitions = await then.readKpis()
    for (const kpi of definitions) everDefined.set(kpi.id, kpi)
    editions.push({
      number: earlier,
      ...figures,
      standsOn: known.get(earlier)?.standsOn ?? null,
      kpis: definitions,
      plan: await then.readPlan(),
      coarser: await readCoarser(queries, earlier),
    })
  }
  // what was told of a measure that was taken out since is known still
  return { kpis: new Map([...everDefined, ...kpis]), editions }
}

type ToldFigures = Pick<Told['editions'][number], 'told' | 'gone'>

/** So many measures are read at once: every version that ever stood is more than need be held. */
const measuresAtOnce = 50

/** What each edition told that stood in none before it, and what it took out. */
async function readToldFigures(queries: Queries, last: number): Promise<ToldFigures[]> {
  const editions = Array.from({ length: last }, () => ({
    exact: openPacker(),
    shown: openPacker(),
    gone: [] as FigurePlace[],
  }))
  const { kpi } = exactTables.series
  const all = await queries.selectDistinct({ kpi }).from(exactTables.series).orderBy(asc(kpi))
  for (let from = 0; from < all.length && last > 0; from += measuresAtOnce) {
    const asked = { kpis: all.slice(from, from + measuresAtOnce).map((one) => one.kpi), before: last + 1 }
    const exact = await readVersions(queries, exactTables, asked)
    const shielded = Map.groupBy(await readVersions(queries, protectedTables, asked), figureKey)
    for (const [index, edition] of editions.entries()) {
      for (const told of toldIn({ exact, shielded }, index + 1)) {
        edition.exact.add(told.exact)
        edition.shown.add(told.shown)
      }
      for (const one of goneIn(exact, index + 1)) edition.gone.push(one)
    }
  }
  return editions.map(({ exact, shown, gone }) => ({
    told: { exact: exact.packed(), shown: shown.packed() },
    gone,
  }))
}

interface BothSets {
  exact: readonly FigureVersion[]
  shielded: ReadonlyMap<string, readonly FigureVersion[]>
}

/** What an edition told that stood in none before it. */
function toldIn({ exact, shielded }: BothSets, edition: number): { exact: Figure; shown: Figure }[] {
  return exact.flatMap((version) =>
    (shielded.get(figureKey(version)) ?? [])
      .filter(
        (shown) =>
          Math.max(version.firstEdition, shown.firstEdition) === edition &&
          lastOf(version) >= edition &&
          lastOf(shown) >= edition,
      )
      .map((shown) => ({ exact: version, shown })),
  )
}

/** What stands in the edition before, and not in this one. */
function goneIn(exact: readonly FigureVersion[], edition: number): FigurePlace[] {
  const ended = exact.filter(({ lastEdition }) => lastEdition === edition - 1)
  if (ended.length === 0) return []
  const opened = new Set(exact.filter(({ firstEdition }) => firstEdition === edition).map(figureKey))
  return ended
    .filter((version) => !opened.has(figureKey(version)))
    .map(({ kpi, dimension, member, period }) => ({ kpi, dimension, member, period }))
}

function lastOf({ lastEdition }: FigureVersion): number {
  return lastEdition ?? Number.POSITIVE_INFINITY
}

/** Every version of some measures that stood before an edition, of breakdowns that the public may see. */
async function readVersions(
  queries: Queries,
  { series, figure }: AudienceTables,
  { kpis, before }: { kpis: readonly string[]; before: number },
): Promise<FigureVersion[]> {
  const rows = await queries
    .select({
      kpi: series.kpi,
      dimension: series.dimension,
      member: series.member,
      versions: gatherVersions(figure),
    })
    .from(series)
    .innerJoin(figure, eq(figure.series, series.id))
    .where(and(inArray(series.kpi, [...kpis]), lt(figure.firstEdition, before)))
    .groupBy(series.id)
    .orderBy(asc(series.id))
  return rows.flatMap(({ versions, ...key }) =>
    mayHoldDimension(key.dimension) ? versions.map((version) => versionOf(key, version)) : [],
  )
}
