import { lt } from 'drizzle-orm'
import { mayHoldDimension } from '../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import { type Figure, type FigureVersion, figureKey } from '../../src/domain/figures/figure.ts'
import type { Queries } from './database.ts'
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
  edition: number,
  { kpis, kpisToProtectAgain }: RecordSets,
  figures: readonly Figure[],
): Promise<Figure[]> {
  const exact = await readVersions(queries, exactTables, edition)
  const shielded = Map.groupBy(await readVersions(queries, protectedTables, edition), figureKey)
  const editions = openProtectedEditions()
  for (let earlier = 1; earlier < edition; earlier++)
    editions.recall(
      kpis,
      exact.flatMap((version) =>
        (shielded.get(figureKey(version)) ?? [])
          .filter(
            (shown) =>
              Math.max(version.firstEdition, shown.firstEdition) === earlier &&
              lastOf(version) >= earlier &&
              lastOf(shown) >= earlier,
          )
          .map((shown) => ({ exact: version, shown })),
      ),
    )
  const given = new Set(figures.map(figureKey))
  const again = exact.filter(
    (version) =>
      version.lastEdition === null && kpisToProtectAgain.has(version.kpi) && !given.has(figureKey(version)),
  )
  const { figures: told, left } = editions.protect(kpis, [...figures, ...again], (kpi) =>
    kpisToProtectAgain.has(kpi),
  )
  if (left.length > 0) throw new StillDisclosedError(left)
  return told
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
