import { sizesOfColumns } from '../statistics/least-squares.ts'
import type { ForecastSettings } from './settings.ts'

/** How many months before the last a line may have bent. */
const bends = [6, 8, 10, 12, 15, 18, 22, 26] as const
/** How many months before the last the level may have stepped. */
const steps = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24] as const
/** Before a bend or step a line needs this many months of its own. */
const monthsBefore = 8
/** What a step must earn beyond its number and the places where it could be. */
const stepCharge = 1

/** A line through a series, level, stepped, straight or bent once. */
export interface Line {
  kind: 'level' | 'stepped' | 'straight' | 'bent'
  values: readonly number[]
  /** what each month adds at its end */
  slope: number
  /** for how many months it has had this slope or level */
  months: number
  /** how many numbers describe it */
  numbers: number
  /** what these cost, in units of log likelihood */
  charge: number
}

type Columns = readonly (readonly number[])[]

/**
 * Every line that a series is read along, by least squares: level, stepped at nineteen places, straight, and bent in
 * three ways at eight.
 */
export function fitLines(
  values: readonly number[],
  { slopeCharge }: Pick<ForecastSettings, 'slopeCharge'>,
): Line[] {
  const last = values.length - 1
  const level = values.map(() => 1)
  const time = values.map((_, row) => row)
  const line = (kind: Line['kind'], months: number, columns: Columns, sloping?: number): Line => {
    const { fitted, sizes } = fitTo(values, columns)
    const numbers = columns.length
    const charge =
      ((numbers - 1) * Math.log(values.length)) / 2 +
      chargeOf[kind] +
      (kind === 'straight' || kind === 'bent' ? slopeCharge : 0)
    return {
      kind,
      values: fitted,
      slope: sloping === undefined ? 0 : (sizes[sloping] ?? 0),
      months,
      numbers,
      charge,
    }
  }
  const hasRoom = (months: number) => last - months >= monthsBefore
  const stepped = steps
    .filter(hasRoom)
    .map((months) => line('stepped', months, [level, values.map((_, row) => (row > last - months ? 1 : 0))]))
  const bent = bends.filter(hasRoom).flatMap((months) => {
    const before = values.map((_, row) => Math.min(last - months, row))
    const after = values.map((_, row) => Math.max(0, row - last + months))
    return [
      line('bent', months, [level, before, after], 2),
      line('bent', months, [level, after], 1),
      line('bent', months, [level, before]),
    ]
  })
  return [
    line('level', values.length, [level]),
    ...stepped,
    line('straight', values.length, [level, time], 1),
    ...bent,
  ]
}

const chargeOf: Record<Line['kind'], number> = {
  level: 0,
  stepped: Math.log(steps.length) + stepCharge,
  straight: 0,
  bent: Math.log(bends.length),
}

function fitTo(values: readonly number[], columns: Columns) {
  const sizes = sizesOfColumns(values, columns)
  const fitted = values.map((_, row) =>
    columns.reduce((sum, column, place) => sum + (column[row] ?? 0) * (sizes[place] ?? 0), 0),
  )
  return { fitted, sizes }
}
