import { countOf } from '../measures/format.ts'
import type { EditionChanges } from './compare-editions.ts'
import type { FigureChange, FigureState } from './figure-changes.ts'

type Compared = Pick<
  EditionChanges,
  | 'newFigures'
  | 'restated'
  | 'stillProvisional'
  | 'settled'
  | 'withdrawn'
  | 'milestones'
  | 'trajectories'
  | 'targets'
  | 'definitions'
  | 'recordedChanges'
>

/**
 * What two editions say otherwise of one measure, a phrase for each kind of change; none where they say the same.
 * Figures of breakdowns are left out: they are other charts.
 *
 * @example Sep and Oct new, Aug restated → ['2 new figures', '1 figure restated']
 */
export function changesOfMeasure(changes: Compared, kpi: string): string[] {
  const of = <One extends { kpi: string | null }>(all: readonly One[]) => all.filter((one) => one.kpi === kpi)
  const figures = (all: readonly FigureChange[]) => of(all).reduce((sum, one) => sum + one.figures.length, 0)
  const counts: [count: number, words: string][] = [
    [figures(changes.newFigures), countOf(figures(changes.newFigures), 'new figure')],
    [figures(changes.restated), `${countOf(figures(changes.restated), 'figure')} restated`],
    otherwise(of([...changes.settled, ...changes.stillProvisional])),
    [figures(changes.withdrawn), `${countOf(figures(changes.withdrawn), 'figure')} taken back`],
    [of(changes.targets).length, 'the target changed'],
    [of(changes.trajectories).length, 'the plan changed'],
    [of(changes.definitions).length, 'the definition changed'],
    [of(changes.recordedChanges).length, 'a recorded change was added or corrected'],
    [of(changes.milestones).length, `${countOf(of(changes.milestones).length, 'milestone')} changed`],
  ]
  return counts.flatMap(([count, words]) => (count > 0 ? [words] : []))
}

/** Provisional figures that say something else now, settled or not. */
function otherwise(changes: readonly FigureChange[]): [number, string] {
  const count = changes
    .flatMap(({ figures }) => figures)
    .filter(({ before, after }) => differ(before, after)).length
  return [count, `${countOf(count, 'provisional figure')} corrected`]
}

function differ(before: FigureState | null, after: FigureState | null): boolean {
  return before?.value !== after?.value || before?.availability !== after?.availability
}
