import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProtectedLog, openProtectedReader } from '../../server/db/protected-reader.ts'
import { type Kpi, KpisReply } from '../../src/contract/kpis.ts'
import { OverviewReply } from '../../src/contract/overview.ts'
import { paths, type View } from '../../src/contract/paths.ts'
import { type SeriesPoint, SeriesReply } from '../../src/contract/series.ts'
import { readScorecard } from '../../src/service/read-scorecard.ts'
import { type DemonstrationService, demonstrationService } from './support/demonstration-service.ts'

let service: DemonstrationService
const queries: string[] = []

beforeAll(async () => {
  service = await demonstrationService({ logQuery: (query) => queries.push(query) })
})
afterAll(() => service.close())

const everyEdition = [1, 2, 3, 4, 5].map((edition): View => ({ edition, audience: 'protected' }))
const isSmall = (count: number | null) => count !== null && count >= 1 && count <= 4
const needsProtection = ({ sdc }: Kpi) => sdc !== 'none' && sdc !== 'already-published'

/** What a point gives away: a count from 1 to 4, or one that is not rounded. */
function betrayals(kpi: Kpi, dimension: string, points: readonly SeriesPoint[]): string[] {
  if (!needsProtection(kpi) || dimension === 'comparator') return []
  return points.flatMap((point) => {
    const counts = [point.numerator, point.denominator, point.n, kpi.unit === 'count' ? point.value : null]
    const exposed = counts.filter((count) => count !== null && (isSmall(count) || count % 5 !== 0))
    return exposed.length || point.previousValue !== null
      ? [`${kpi.id} ${dimension} ${point.period}: ${exposed.join(', ')} ${point.previousValue}`]
      : []
  })
}

describe('every protected reply of the demonstration', () => {
  it('has no count from 1 to 4, none unrounded, no team, no pair and no old value', async () => {
    const found: string[] = []
    let points = 0
    for (const view of everyEdition) {
      const { kpis } = KpisReply.parse((await service.get(paths.kpis(view))).json)
      for (const kpi of kpis) {
        for (const { id: dimension } of kpi.dimensions) {
          if (dimension === 'team' || dimension.includes('+')) found.push(`${kpi.id} lists ${dimension}`)
          const { json } = await service.get(paths.series(view, { kpi: kpi.id, dimension }))
          for (const series of SeriesReply.parse(json).series) {
            points += series.points.length
            found.push(...betrayals(kpi, dimension, series.points))
          }
        }
      }
      const overview = OverviewReply.parse((await service.get(paths.overview(view))).json)
      for (const row of overview.kpis) {
        const kpi = kpis.find(({ id }) => id === row.id)
        if (kpi) found.push(...betrayals(kpi, row.series.dimension, row.series.points))
      }
    }
    expect(found).toEqual([])
    expect(points).toBeGreaterThan(50_000)
  })

  it('differs from the exact one where that has small counts and teams', async () => {
    const exact = await service.get('/series?kpi=ot-waiting&dimension=team&audience=exact', 'director')
    expect(SeriesReply.parse(exact.json).series.length).toBeGreaterThan(0)
    expect(
      (await service.get('/series?kpi=ot-waiting&dimension=team&audience=protected', 'director')).status,
    ).toBe(400)
  })
})

describe('the reader of the protected set', () => {
  it('asks no exact table for anything', async () => {
    queries.length = 0
    const reader = openProtectedReader(service.database.queries, 5)
    await readScorecard(reader, '2025-10-06')
    await reader.readPlan()
    await reader.readActions()
    await reader.readCommentary()
    await openProtectedLog(service.database.queries).read()
    await reader.readAllSeries()
    await reader.readAnalyses(['ot-waiting'])
    await reader.readTestedFamily()
    await reader.readSeries({
      kpis: ['ot-waiting'],
      dimension: 'town',
      member: 'Southall',
      endsFrom: '2024-04-01',
    })
    expect(queries.length).toBeGreaterThanOrEqual(3)
    expect(queries.join('\n')).toContain('protected_figure')
    expect(queries.join('\n')).not.toContain('exact_')
  })

  it('imports nothing that names an exact table', () => {
    const imported = importsOf(join(import.meta.dirname, '../../server/db/protected-reader.ts'))
    expect(imported.length).toBeGreaterThan(3)
    expect(
      imported.filter((file) => file.endsWith('schema/exact.ts') || file.endsWith('exact-reader.ts')),
    ).toEqual([])
    expect(imported.filter((file) => readFileSync(file, 'utf8').includes('exact_'))).toEqual([])
  })

  it('is chosen in one place for a request; beside it, publication opens either, and a load its rehearsal', () => {
    const server = join(import.meta.dirname, '../../server')
    const openers = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /(exact|protected)-reader\.ts'/.test(readFileSync(join(server, file), 'utf8')))
    expect(openers.toSorted()).toEqual([
      'db/analysis-store.ts',
      'db/database-store.ts',
      'db/protect-figures.ts',
      // what is taken back is written like a publication
      'db/take-back/require-roll-back.ts',
      'db/take-back/write-take-back.ts',
      // for an analyst alone
      'loads/compare-with-standing.ts',
      'loads/offer-levels.ts',
      'loads/publish-load.ts',
      'previews/rehearse-edition.ts',
    ])
  })
})

/** A file and every file of the project that it imports for more than its types. */
function importsOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [...seen]
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, path] of text.matchAll(/^import (?!type )[^'"]*['"](\.[^'"]+)['"]/gm)) {
    if (path) importsOf(join(dirname(file), path), seen)
  }
  return [...seen]
}
