export const pictureSize = { width: 320, height: 120 } as const
const inset = { x: 8, y: 10 } as const

export interface PictureInput {
  values: readonly number[]
  mean: number
  lower: number
  upper: number
  marked: readonly boolean[]
}

export interface PictureLayout {
  line: string
  points: { x: number; y: number; isMarked: boolean }[]
  meanY: number
  lowerY: number
  upperY: number
}

/** A line with its mean and limits in 320 × 120 px. @example three values → a line of three points, left to right */
export function layOutPicture({ values, mean, lower, upper, marked }: PictureInput): PictureLayout {
  const low = Math.min(...values, lower)
  const high = Math.max(...values, upper)
  const { width, height } = pictureSize
  const yOf = (value: number) =>
    round(height - inset.y - ((value - low) / (high - low || 1)) * (height - 2 * inset.y))
  const step = (width - 2 * inset.x) / Math.max(1, values.length - 1)
  const points = values.map((value, row) => ({
    x: round(inset.x + row * step),
    y: yOf(value),
    isMarked: marked[row] ?? false,
  }))
  return {
    line: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    points,
    meanY: yOf(mean),
    lowerY: yOf(lower),
    upperY: yOf(upper),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
