import { asc, eq, lt } from 'drizzle-orm'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { judgedOf } from '../../src/domain/disclosure/give-reasons.ts'
import { proposedPolicy } from '../../src/domain/disclosure/policy.ts'
import { mayHoldDimension } from '../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import type { Judged } from '../../src/domain/disclosure/withholding.ts'
import type { Edition } from '../../src/domain/editions/publication.ts'
import { type Figure, type FigureVersion, figureKey } from '../../src/domain/figures/figure.ts'
import { compute } from '../computing/compute.ts'
import type { ProtectedAfter, Told, ToldEdition, ToldVerdicts } from '../computing/protect-after.ts'
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
  figures: readonly Figure[],
): Promise<Omit<ProtectedAfter, 'left'>> {
  const versions = await readBothSets(queries, edition)
  const given = new Set(figures.map(figureKey))
  const again = versions.exact.filter(
    (version) =>
      version.lastEdition === null && kpisToProtectAgain.has(version.kpi) && !given.has(figureKey(version)),
  )
  const { left, ...told } = await compute(
    'protectAfter',
    await readTold(queries, versions, kpis, edition - 1),
    {
      kpis,
      figures: [...figures, ...again],
      kpisToProtectAgain,
      plan: planOf(merged),
    },
  )
  if (left.length > 0) throw new StillDisclosedError(left)
  return told
}

/** What verdicts rest on of an edition that was published already: the quarters that it told. */
export async function readToldVerdicts(queries: Queries, edition: number): Promise<ToldVerdicts> {
  return { coarser: await readCoarser(queries, edition) }
}

/** The same of an edition that takes something back, and brings no figures. */
export async function tellVerdictsTakenBack(queries: Queries, edition: number): Promise<ToldVerdicts> {
  const versions = await readBothSets(queries, edition + 1)
  const kpis = new Map((await openExactReader(queries, edition).readKpis()).map((kpi) => [kpi.id, kpi]))
  return await compute('verdictsTakenBack', await readTold(queries, versions, kpis, edition))
}

/** Which rule hid what of the figures that each edition judged, as far as their standing still says: not against which. */
export async function recallJudged(
  queries: Queries,
  last: number,
): Promise<{ edition: number; judged: Judged[] }[]> {
  const versions = await readBothSets(queries, last + 1)
  const kpis = new Map((await openExactReader(queries, last).readKpis()).map((kpi) => [kpi.id, kpi]))
  const editions = openProtectedEditions()
  return Array.from({ length: last }, (_, index) => {
    const cells = editions.recall(kpis, toldIn(versions, index + 1))
    return { edition: index + 1, judged: cells.map((cell) => judgedOf(cell, proposedPolicy)) }
  })
}

/** All that was told up to an edition: figures, and what the verdicts of the time followed from. */
async function readTold(
  queries: Queries,
  versions: BothSets,
  kpis: ReadonlyMap<string, DisclosureKpi>,
  last: number,
): Promise<Told> {
  const known = new Map((await readEditions(queries)).map((edition) => [edition.number, edition]))
  const editions: ToldEdition[] = []
  const everDefined = new Map<string, DisclosureKpi>()
  for (let earlier = 1; earlier <= last; earlier++) {
    const then = openExactReader(queries, earlier)
    const definitions = await then.readKpis()
    for (const kpi of definitions) everDefined.set(kpi.id, kpi)
    editions.push({
      number: earlier,
      told: toldIn(versions, earlier),
      gone: goneIn(versions, earlier),
      standsOn: known.get(earlier)?.standsOn ?? null,
      kpis: definitions,
      plan: await then.readPlan(),
      coarser: await readCoarser(queries, earlier),
    })
  }
  // what was told of a measure that was taken out since is known still
  return { kpis: new Map([...everDefined, ...kpis]), editions }
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
function goneIn({ exact }: BothSets, edition: number): FigureVersion[] {
  const ended = exact.filter(({ lastEdition }) => lastEdition === edition - 1)
  const opened = new Set(exact.filter(({ firstEdition }) => firstEdition === edition).map(figureKey))
  return ended.filter((version) => !opened.has(figureKey(version)))
}

/** What stood in the editions before one. */
async function readBothSets(queries: Queries, edition: number): Promise<BothSets> {
  return {
    exact: await readVersions(queries, exactTables, edition),
    shielded: Map.groupBy(await readVersions(queries, protectedTables, edition), figureKey),
  }
}

function lastOf({ lastEdition }: FigureVersion): number {
  return lastEdition ?? Number.POSITIVE_INFINITY
}

/** Every version that stood in an earlier edition, of breakdowns that the public may see. */
async function readVersions(
  queries: Queries,
  { series, figure }: AudienceTables,
  edition: number,
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
    .where(lt(figure.firstEdition, edition))
    .groupBy(series.id)
    .orderBy(asc(series.id))
  return rows.flatMap(({ versions, ...key }) =>
    mayHoldDimension(key.dimension) ? versions.map((version) => versionOf(key, version)) : [],
  )
}
