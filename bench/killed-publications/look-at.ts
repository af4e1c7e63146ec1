import { checkAudit } from '../../server/db/audit-store.ts'
import type { Database } from '../../server/db/database.ts'
import { createDatabaseStore } from '../../server/db/database-store.ts'
import { type EditionChecksums, readChecksums } from '../../server/db/edition-checksums.ts'
import { checkReadiness } from '../../server/db/readiness.ts'
import { markedValue, measures, newest } from './council.ts'

/** What is there after a kill. */
export interface Found {
  /** oldest first */
  editions: EditionChecksums[]
  /** what is wrong, in words; empty where all is as it should be */
  faults: string[]
}

/**
 * Looks at everything that a kill could have broken: the editions that were there are the same to the bit, at most one
 * came, which has every figure of its load and both its sets judged, the audit is whole, and the service would be ready.
 *
 * @param before the editions that were there, oldest first
 * @param mark what the load said that was killed
 */
export async function lookAt(
  database: Database,
  before: readonly EditionChecksums[],
  mark: number,
): Promise<Found> {
  const editions = (await readChecksums(database.queries)).toReversed()
  const faults: string[] = []
  for (const [place, one] of before.entries()) {
    if (JSON.stringify(editions[place]) !== JSON.stringify(one)) faults.push(`edition ${one.number} changed`)
  }
  if (editions.length > before.length + 1) faults.push('more than one edition came of one load')
  if (editions.length > before.length) faults.push(...(await faultsOfNewest(database, mark)))
  const audit = await checkAudit(database.queries, [])
  if (audit.broken) faults.push('the audit is broken')
  const readiness = await checkReadiness(database, new Date())
  if (readiness.kind !== 'ready') faults.push(`not ready: ${readiness.why}`)
  return { editions, faults }
}

async function faultsOfNewest(database: Database, mark: number): Promise<string[]> {
  const store = createDatabaseStore({ queries: database.queries })
  const edition = await store.findEdition('latest')
  if (!edition) return ['the newest edition is not found']
  const faults: string[] = []
  for (const audience of ['exact', 'protected'] as const) {
    const { reader } = store.openEdition(audience, edition)
    const analyses = await reader.readRowAnalyses()
    if (analyses.size !== measures.length) faults.push(`${audience}: ${analyses.size} measures are judged`)
  }
  const { reader } = store.openEdition('exact', edition)
  for (const [place, kpi] of measures.entries()) {
    const [series] = await reader.readSeries({ kpis: [kpi], dimension: 'borough' })
    const last = series?.points.at(-1)
    if (last?.period !== newest || last.value !== markedValue(mark, place))
      faults.push(`${kpi} says ${last?.value} of ${last?.period}`)
  }
  return faults
}
