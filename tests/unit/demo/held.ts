import { buildDemoPublications, demoKpis } from '../../../src/demo/demonstration.ts'
import type { Publication } from '../../../src/domain/editions/publication.ts'
import { type Figure, type FigureVersion, figureKey } from '../../../src/domain/figures/figure.ts'
import { versionFigures } from '../../../src/domain/figures/versions.ts'
import type { KpiDefinition } from '../../../src/domain/measures/measure.ts'
import type { Milestone } from '../../../src/domain/plans/plan.ts'

/** The demonstration as each edition left it: what a database would hold. */
export interface Held {
  publication: Publication
  figures: ReadonlyMap<string, FigureVersion>
  milestones: ReadonlyMap<string, Milestone>
}

export function holdDemonstration(): Held[] {
  const figures = new Map<string, FigureVersion>()
  const milestones = new Map<string, Milestone>()
  return buildDemoPublications().map((publication, index) => {
    for (const opened of versionFigures(index + 1, figures, publication.figures).opened) {
      figures.set(figureKey(opened), opened)
    }
    for (const milestone of publication.milestones) milestones.set(milestone.id, milestone)
    return { publication, figures: new Map(figures), milestones: new Map(milestones) }
  })
}

export function kpiOf(id: string): KpiDefinition {
  const found = demoKpis.find((kpi) => kpi.id === id)
  if (!found) throw new Error(`no measure ${id}`)
  return found
}

export function figureIn(
  held: Held,
  kpi: string,
  period: string,
  dimension = 'borough',
  member = 'All',
): FigureVersion {
  const found = held.figures.get(figureKey({ kpi, dimension, member, period }))
  if (!found) throw new Error(`no figure of ${kpi}, ${dimension} ${member}, ${period}`)
  return found
}

export function valueIn(
  held: Held,
  kpi: string,
  period: string,
  dimension?: string,
  member?: string,
): number {
  const { value } = figureIn(held, kpi, period, dimension, member)
  if (value === null) throw new Error(`no value of ${kpi} in ${period}`)
  return value
}

/** Values of one series in period order; null where missing. */
export function seriesIn(held: Held, kpi: string, dimension = 'borough', member = 'All') {
  return [...held.figures.values()]
    .filter((one) => one.kpi === kpi && one.dimension === dimension && one.member === member)
    .sort((a, b) => a.period.localeCompare(b.period))
}

/** Breakdown figures grouped under the borough figure of the same measure and period. */
export function groupsOf(held: Held): { whole: Figure | undefined; dimension: string; parts: Figure[] }[] {
  const groups = new Map<string, { whole: Figure | undefined; dimension: string; parts: Figure[] }>()
  for (const figure of held.figures.values()) {
    if (figure.dimension === 'borough' || figure.dimension === 'comparator') continue
    const key = `${figure.kpi}/${figure.period}/${figure.dimension}`
    const group = groups.get(key) ?? {
      whole: held.figures.get(figureKey({ ...figure, dimension: 'borough', member: 'All' })),
      dimension: figure.dimension,
      parts: [],
    }
    group.parts.push(figure)
    groups.set(key, group)
  }
  return [...groups.values()]
}
