import { buildDemoPublications } from '../../src/demo/demonstration.ts'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { protectFigure } from '../../src/domain/disclosure/protect.ts'
import {
  openProtectedEditions,
  type ProtectedEditions,
  type ProtectedFigures,
} from '../../src/domain/disclosure/protect-edition.ts'
import { type CoarserSeries, tellCoarser } from '../../src/domain/disclosure/tell-coarser.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import type { Intervention } from '../../src/domain/plans/plan.ts'

export interface Told extends Pick<ProtectedFigures, 'left' | 'guessed'> {
  edition: number
  /** milliseconds of processor */
  cpu: number
  editions: ProtectedEditions
  kpis: Map<string, DisclosureKpi>
  /** what is told in quarters, where figures are protected together */
  coarser: CoarserSeries[]
}

/** The demonstration's editions one after another, each with what is told of it so far. */
export function* tellEditions(how: 'alone' | 'together'): Generator<Told> {
  const editions = openProtectedEditions()
  const kpis = new Map<string, DisclosureKpi>()
  const interventions = new Map<string, Intervention>()
  for (const [index, publication] of buildDemoPublications().entries()) {
    for (const kpi of publication.kpis) kpis.set(kpi.id, kpi)
    const figures = [...publication.figures]
    const started = process.cpuUsage().user
    let found: Pick<ProtectedFigures, 'left' | 'guessed'> = { left: [], guessed: [] }
    let coarser: CoarserSeries[] = []
    for (const change of publication.interventions) interventions.set(change.id, change)
    if (how === 'together') {
      found = editions.protect(kpis, figures)
      const plan = { interventions: [...interventions.values()] }
      coarser = tellCoarser(editions.ledger, { kpis: [...kpis.values()], plan })
    } else
      editions.recall(
        kpis,
        figures.flatMap((exact) => toldAlone(kpis, exact)),
      )
    yield {
      editions,
      kpis,
      coarser,
      edition: index + 1,
      left: found.left,
      guessed: found.guessed,
      cpu: (process.cpuUsage().user - started) / 1000,
    }
  }
}

function toldAlone(kpis: ReadonlyMap<string, DisclosureKpi>, exact: Figure) {
  const kpi = kpis.get(exact.kpi)
  const shown = kpi ? protectFigure(kpi, exact) : null
  return shown ? [{ exact, shown }] : []
}
