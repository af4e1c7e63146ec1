import type { DisclosureClass, KpiDefinition } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'
import type { Placed } from './record-file.ts'
import type { StoodFigures } from './stood-figures.ts'

/** Classes of which everybody sees the exact figures. */
const open: ReadonlySet<DisclosureClass> = new Set(['none', 'already-published'])
/** Counts from 1 to this are withheld of a measure that is protected. */
const mostWithheld = 4

/**
 * Measures that were protected and would not be any more: each is named with what everybody would then see exactly,
 * and is published only once it is confirmed by its id.
 */
export async function nameLoosened(
  kpis: readonly Placed<KpiDefinition>[],
  standing: readonly KpiDefinition[],
  stood: StoodFigures,
  report: Report,
): Promise<string[]> {
  const before = new Map(standing.map((kpi) => [kpi.id, kpi]))
  const loosened: string[] = []
  for (const { item, cells } of kpis) {
    const old = before.get(item.id)
    if (!old || open.has(old.sdc) || !open.has(item.sdc)) continue
    loosened.push(item.id)
    const figures = [...(await stood.read(item.id)).figures.values()]
    const dimensions = [...new Set(figures.map(({ dimension }) => dimension))]
    const small = figures.filter(({ value }) => value !== null && value > 0 && value <= mostWithheld)
    report(
      problemAt(cells.place('sdc')).wouldBeExact(
        `${item.id} is protected (${old.sdc}) and would be exact for everybody (${item.sdc}): ${figures.length} figures by ${dimensions.join(', ') || 'no breakdown'}, ${small.length} of them from 1 to ${mostWithheld}`,
        `write ${old.sdc} in sdc; or confirm it a second time by its id, with a reason`,
      ),
    )
  }
  return loosened
}
