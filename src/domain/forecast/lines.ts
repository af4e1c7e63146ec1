/** How many months before the last a line may have bent. */
const bends = [6, 8, 10, 12, 15, 18, 22, 26] as const
/** Before the bend a line needs this many months of its own. */
const monthsBeforeBend = 8

/** A line through a series, level, straight or bent once. */
export interface Line {
  values: readonly number[]
  /** what each month adds at its end */
  slope: number
  /** for how many months it has had this slope */
  months: number
  /** how many numbers describe it */
  numbers: number
  /** what these cost, in units of log likelihood */
  charge: number
}

type Columns = readonly (readonly number[])[]

/**
 * Every line that a series is read along, by least squares: level, straight, and bent in three ways at eight places.
 */
export function fitLines(values: readonly number[]): Line[] {
  const last = values.length - 1
  const level = values.map(() => 1)
  const time = values.map((_, row) => row)
  const halfLog = Math.log(values.length) / 2
  const line = (columns: Columns, slopes: readonly number[], months: number, isBent: boolean): Line => {
    const { fitted, sizes } = leastSquares(values, columns)
    const slope = slopes.reduce((sum, column) => sum + (sizes[column] ?? 0), 0)
    const charge = (columns.length - 1) * halfLog + (isBent ? Math.log(bends.length) : 0)
    return { values: fitted, slope, months, numbers: columns.length, charge }
  }
  const bent = bends
    .filter((months) => last - months >= monthsBeforeBend)
    .flatMap((months) => {
      const before = values.map((_, row) => Math.min(last - months, row))
      const after = values.map((_, row) => Math.max(0, row - last + months))
      return [
        line([level, before, after], [2], months, true),
        line([level, after], [1], months, true),
        line([level, before], [], months, true),
      ]
    })
  return [line([level], [], values.length, false), line([level, time], [1], values.length, false), ...bent]
}

/** Ordinary least squares on a few columns, by elimination; none is a sum of the others. */
function leastSquares(values: readonly number[], columns: Columns) {
  const rows = columns.map((column) => [...columns.map((other) => dot(column, other)), dot(column, values)])
  for (const [place, pivot] of rows.entries()) {
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[place] ?? 0) / (pivot[place] ?? 1)
      for (const [column, value] of pivot.entries()) row[column] = (row[column] ?? 0) - factor * value
    }
  }
  const sizes = rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] ?? 1))
  const fitted = values.map((_, row) =>
    columns.reduce((sum, column, place) => sum + (column[row] ?? 0) * (sizes[place] ?? 0), 0),
  )
  return { fitted, sizes }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, row) => sum + value * (b[row] ?? 0), 0)
}
