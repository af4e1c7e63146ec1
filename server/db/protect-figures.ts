import { lt } from 'drizzle-orm'
import { type UntoldSides, untoldSides } from '../../src/domain/analysis/one-verdict/untold-sides.ts'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { judgedOf } from '../../src/domain/disclosure/give-reasons.ts'
import { proposedPolicy } from '../../src/domain/disclosure/policy.ts'
import { mayHoldDimension } from '../../src/domain/disclosure/protect.ts'
import { openProtectedEditions, type ProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import type { Judged } from '../../src/domain/disclosure/withholding.ts'
import type { Edition } from '../../src/domain/editions/publication.ts'
import { type Figure, type FigureVersion, figureKey } from '../../src/domain/figures/figure.ts'
import type { Queries } from './database.ts'
import { readEditions } from './editions.ts'
import { openExactReader } from './exact-reader.ts'
import { planOf } from './protect-records.ts'
import type { RecordSets } from './publish-records.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import type { AudienceTables } from './schema/versioned.ts'
import { StillDisclosedError } from './still-disclosed.ts'

/** What the public may see of an edition, and which verdicts it may not be told. */
export interface ProtectedPublication {
  figures: Figure[]
  /** which rule hid what of the figures that were judged anew: for officers alone */
  judged: Judged[]
  untold: UntoldSides
}

/**
 * The figures of a new edition as the public may see them, judged together with all that earlier editions have
 * told. Where a definition now asks for other protection, everything that stands of its measure is judged anew.
 * Publication stops where something could be worked out that no hiding in this edition would mend.
 */
export async function protectFigures(
  queries: Queries,
  { number: edition, dataAsAt }: EditionOfDay,
  { kpis, kpisToProtectAgain, merged }: RecordSets,
  figures: readonly Figure[],
): Promise<ProtectedPublication> {
  const versions = await readBothSets(queries, edition)
  const { editions } = await recallEditions(queries, versions, kpis, edition - 1)
  const given = new Set(figures.map(figureKey))
  const again = versions.exact.filter(
    (version) =>
      version.lastEdition === null && kpisToProtectAgain.has(version.kpi) && !given.has(figureKey(version)),
  )
  const {
    figures: told,
    judged,
    left,
  } = editions.protect(kpis, [...figures, ...again], (kpi) => kpisToProtectAgain.has(kpi))
  if (left.length > 0) throw new StillDisclosedError(left)
  const untold = untoldSides(editions.ledger, {
    kpis: [...kpis.values()],
    plan: planOf(merged),
    asOf: dataAsAt,
  })
  return { figures: told, judged, untold }
}

/** Which verdicts the public may not be told of an edition that was published before they were asked after. */
export async function readUntold(queries: Queries, edition: number): Promise<UntoldSides> {
  const versions = await readBothSets(queries, edition + 1)
  const kpis = new Map((await openExactReader(queries, edition).readKpis()).map((kpi) => [kpi.id, kpi]))
  const { untold } = await recallEditions(queries, versions, kpis, edition)
  return untold
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

type EditionOfDay = Pick<Edition, 'number' | 'dataAsAt'>

/** All that was told up to an edition: figures, and the verdicts that followed from definitions and plan of the time. */
async function recallEditions(
  queries: Queries,
  versions: BothSets,
  kpis: ReadonlyMap<string, DisclosureKpi>,
  last: number,
): Promise<{ editions: ProtectedEditions; untold: UntoldSides }> {
  const editions = openProtectedEditions()
  const days = new Map((await readEditions(queries)).map(({ number, dataAsAt }) => [number, dataAsAt]))
  let untold: UntoldSides = new Map()
  for (let earlier = 1; earlier <= last; earlier++) {
    editions.recall(kpis, toldIn(versions, earlier))
    const then = openExactReader(queries, earlier)
    untold = untoldSides(editions.ledger, {
      kpis: await then.readKpis(),
      plan: await then.readPlan(),
      asOf: days.get(earlier) ?? '',
    })
  }
  return { editions, untold }
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
  const ids = new Map((await queries.select().from(series)).map((row) => [row.id, row]))
  const rows = await queries.select().from(figure).where(lt(figure.firstEdition, edition))
  return rows.flatMap(({ series: id, periodEnd: _, ...row }) => {
    const found = ids.get(id)
    if (!found || !mayHoldDimension(found.dimension)) return []
    const { kpi, dimension, member } = found
    return [{ kpi, dimension, member, ...row }]
  })
}
