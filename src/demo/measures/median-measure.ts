import { membersOf } from '../dimensions.ts'
import type { MedianMeasure } from '../model.ts'
import { readPath, valueAt } from '../path.ts'
import { deviate } from '../random.ts'
import { readHabits } from './habits.ts'
import { bare, boroughMember, type ReadMeasure } from './member-value.ts'

/** Medians are known level by level. The borough's always lies between the lowest and highest of its parts. */
export function readMedianMeasure(model: MedianMeasure): ReadMeasure {
  const path = readPath(model.kpi, model.path)
  const habits = new Map(
    model.by.map((dimension) => [dimension, readHabits(model.habit ?? model.kpi, dimension)]),
  )
  const step = model.step ?? 1

  function rounded(value: number): number {
    return Math.max(step, Math.round(value / step) * step)
  }

  return (counts, index) => {
    const whole = rounded(valueAt(path, index))
    return [
      { ...boroughMember, ...bare, value: whole, n: counts.total(model.cases, index) },
      ...model.by.flatMap((dimension) => {
        const cases = counts.split(model.cases, dimension, index)
        const values = (habits.get(dimension) ?? []).map(({ stream, chance }, at) => {
          const spread = Math.min(0.22, 0.7 / Math.sqrt(Math.max(1, cases[at] ?? 1)))
          return rounded(whole * Math.max(0.62, 1 + 0.11 * chance + spread * deviate(stream, index)))
        })
        straddle(values, cases, whole)
        return membersOf(dimension).map(({ id }, at) => ({
          ...bare,
          dimension,
          member: id,
          value: values[at] ?? whole,
          n: cases[at] ?? 0,
        }))
      }),
    ]
  }
}

/** Where all parts lie on one side of the whole, the largest takes its value: a median cannot lie outside. */
function straddle(values: number[], cases: readonly number[], whole: number): void {
  const isInside = values.some((value) => value <= whole) && values.some((value) => value >= whole)
  if (!isInside) values[cases.indexOf(Math.max(...cases))] = whole
}
