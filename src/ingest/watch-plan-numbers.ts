import type { KpiDefinition, Target } from '../domain/measures/measure.ts'
import type { LoadedRecords } from './assemble.ts'
import type { Cells } from './cells.ts'
import { mayExceedWhole } from './check-figure.ts'
import { problemAt, type Report } from './problem.ts'
import type { Standing } from './standing.ts'

interface PlanNumber {
  kpi: string
  column: string
  value: number | null
  cells: Cells
  /** what stands in its place */
  stood: readonly (number | null)[]
}

/** As far from what stood, a target is most likely of another scale. */
const farTimes = 10

/**
 * Holds targets and paths to the unit of their measure, as figures are: what it cannot be is an error; a part of 1 of a
 * percentage, and a target ten times what stood or a tenth of it, are asked about once.
 *
 * @example a target of 800 for a percentage → error; 0.8 → asked about; 150 that becomes 15 → asked about
 */
export function watchPlanNumbers(
  loaded: Pick<LoadedRecords, 'kpis' | 'targets' | 'trajectory'>,
  kpis: ReadonlyMap<string, KpiDefinition>,
  standing: Pick<Standing, 'kpis' | 'plan'>,
  report: Report,
) {
  const before = new Map(standing.kpis.map(({ id, targets }) => [id, targets]))
  for (const number of numbersOf(loaded, before, standing)) {
    const kpi = kpis.get(number.kpi)
    if (kpi && number.value !== null) check(kpi, { ...number, value: number.value }, report)
  }
}

function numbersOf(
  { kpis, targets, trajectory }: Pick<LoadedRecords, 'kpis' | 'targets' | 'trajectory'>,
  before: ReadonlyMap<string, readonly Target[]>,
  { plan }: Pick<Standing, 'plan'>,
): PlanNumber[] {
  const latest = (kpi: string) => before.get(kpi)?.at(-1)
  const planned = new Map(
    plan.trajectories.flatMap((path) =>
      path.points.map((point) => [`${path.kpi} ${point.period}`, point.planned]),
    ),
  )
  return [
    ...kpis.flatMap(({ item, cells }) =>
      item.targets.map(({ value }) => ({
        ...{ kpi: item.id, column: 'target', value, cells },
        stood: [latest(item.id)?.value ?? null],
      })),
    ),
    ...targets.flatMap(({ item, cells }) =>
      (['target', 'lower', 'upper'] as const).map((column) => {
        const part = column === 'target' ? 'value' : column
        const stood = before.get(item.kpi) ?? []
        const same = stood.find(({ from }) => from === item.from) ?? stood.at(-1)
        return { kpi: item.kpi, column, value: item[part], cells, stood: [same?.[part] ?? null] }
      }),
    ),
    ...trajectory.map(({ item, cells }) => ({
      ...{ kpi: item.kpi, column: 'planned', value: item.planned, cells },
      stood: [planned.get(`${item.kpi} ${item.period}`) ?? null],
    })),
  ]
}

function check(
  kpi: KpiDefinition,
  { column, value, cells, stood: [stood = null] }: PlanNumber & { value: number },
  report: Report,
) {
  const mayBeBelow = kpi.negative || kpi.unit === 'pounds'
  const isTooLarge = kpi.unit === 'percent' && value > 100 && !mayExceedWhole(kpi) && !kpi.negative
  if ((value < 0 && !mayBeBelow) || isTooLarge) {
    cells.fault(
      column,
      `${column} is out of the range of ${kpi.id} (${kpi.unit})`,
      kpi.unit === 'percent' ? 'give a percentage from 0 to 100' : 'give a number from 0',
    )
    return
  }
  if (value === stood) return
  const at = problemAt(cells.place(column))
  if (kpi.unit === 'percent' && !kpi.negative && value > 0 && value < 1) {
    report(
      at.asked(
        `${column} is a part of 1, and ${kpi.id} is a percentage`,
        'write 80 for 80%; if it is so small, publish it with a reason',
      ),
    )
  } else if (stood !== null && isFar(value, stood)) {
    report(
      at.asked(
        `${column} of ${kpi.id} is ${value > stood ? 'ten times what it was, or more' : 'a tenth of what it was, or less'}`,
        'correct it, or publish it with a reason',
      ),
    )
  }
}

function isFar(value: number, stood: number): boolean {
  if (value <= 0 || stood <= 0) return false
  return value >= farTimes * stood || stood >= farTimes * value
}
