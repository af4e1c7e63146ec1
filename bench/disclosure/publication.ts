import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { loadDemonstration } from '../../server/db/load-demonstration.ts'
import { PGlite } from '../../server/db/pglite.ts'
import { buildDemoPublications } from '../../src/demo/demonstration.ts'
import { openProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import { type CoarserSeries, recallCoarser, tellCoarser } from '../../src/domain/disclosure/tell-coarser.ts'
import { type Figure, figureKey } from '../../src/domain/figures/figure.ts'
import { borough, type KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Intervention, Trajectory } from '../../src/domain/plans/plan.ts'

const processor = () => process.cpuUsage().user / 1000

/** Milliseconds of processor to publish the demonstration's five editions, and how much of that protects them. */
export async function costOfPublishing(): Promise<{ whole: number; protection: number }> {
  const client = await PGlite.create()
  const queries = drizzle(client)
  await migrate(queries, {
    migrationsFolder: fileURLToPath(new URL('../../server/db/migrations', import.meta.url)),
  })
  const started = processor()
  await loadDemonstration({ queries })
  const whole = processor() - started
  await client.close()
  return { whole, protection: costOfProtection() }
}

/** As publication does it: each edition by itself, which recalls what those before have told. */
function costOfProtection(): number {
  const kpis = new Map<string, KpiDefinition>()
  const trajectories = new Map<string, Trajectory>()
  const interventions = new Map<string, Intervention>()
  const earlier: { told: { exact: Figure; shown: Figure }[]; coarser: CoarserSeries[] }[] = []
  let cost = 0
  for (const publication of buildDemoPublications()) {
    for (const kpi of publication.kpis) kpis.set(kpi.id, kpi)
    for (const change of publication.interventions) interventions.set(change.id, change)
    for (const path of publication.trajectories) trajectories.set(path.kpi, path)
    const exact = new Map([...publication.figures].map((figure) => [figureKey(figure), figure]))
    const started = processor()
    const editions = openProtectedEditions()
    const own = {
      kpis: [...kpis.values()],
      plan: { trajectories: [...trajectories.values()], interventions: [...interventions.values()] },
    }
    for (const { told, coarser } of earlier) {
      editions.recall(kpis, told)
      recallCoarser(editions.ledger, own, coarser)
    }
    const { figures } = editions.protect(kpis, [...exact.values()])
    const coarser = tellCoarser(editions.ledger, own)
    cost += processor() - started
    earlier.push({
      coarser,
      told: figures.flatMap((shown) => {
        const figure = exact.get(figureKey(shown))
        return figure ? [{ exact: figure, shown }] : []
      }),
    })
  }
  return cost
}

/** Milliseconds to protect the demonstration's first edition with so many times its breakdowns. */
export function costOfBreakdowns(times: number): { cells: number; cpu: number } {
  const [first] = buildDemoPublications()
  if (!first) throw new Error('there is no demonstration')
  const figures = [...first.figures].flatMap((figure): Figure[] =>
    figure.dimension === borough.dimension
      ? [figure]
      : Array.from({ length: times }, (_, copy) => ({
          ...figure,
          dimension: copy === 0 ? figure.dimension : `${figure.dimension}-${copy}`,
        })),
  )
  const started = processor()
  openProtectedEditions().protect(new Map(first.kpis.map((kpi) => [kpi.id, kpi])), figures)
  return { cells: figures.length, cpu: processor() - started }
}
