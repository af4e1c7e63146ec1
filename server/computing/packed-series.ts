import {
  type Availability,
  availabilities,
  type Series,
  type SeriesKey,
  type SeriesPoint,
} from '../../src/domain/figures/figure.ts'
import { openTexts } from './packed-figures.ts'

/** Series as they travel from a thread to another: their points side by side in plain arrays, some hundred series each. */
export interface PackedSeries {
  keys: (SeriesKey & { points: number })[]
  texts: string[]
  /** of each point its period and day of reading, as places among the texts */
  places: Int32Array
  /** of each its value, numerator, denominator, number of cases and former value; NaN for null */
  numbers: Float64Array
  /** of each its availability, as a place among them, and 4 more where it is provisional, 8 where it is revised */
  standings: Uint8Array
}

const textsOfOne = 2
const numbersOfOne = 5
const [provisionalMark, revisedMark] = [4, 8]

export function packSeries(series: readonly Series[]): PackedSeries {
  const { texts, placeOf } = openTexts()
  const length = series.reduce((sum, { points }) => sum + points.length, 0)
  const places = new Int32Array(textsOfOne * length)
  const numbers = new Float64Array(numbersOfOne * length)
  const standings = new Uint8Array(length)
  let at = 0
  for (const { points } of series)
    for (const point of points) {
      const { value, numerator, denominator, n, previousValue } = point
      places.set([placeOf(point.period), placeOf(point.asAt)], textsOfOne * at)
      numbers.set(
        [value, numerator, denominator, n, previousValue].map((number) => number ?? Number.NaN),
        numbersOfOne * at,
      )
      standings[at] =
        availabilities.indexOf(point.availability) +
        (point.provisional ? provisionalMark : 0) +
        (point.revised ? revisedMark : 0)
      at += 1
    }
  const keys = series.map(({ kpi, dimension, member, points }) => ({
    kpi,
    dimension,
    member,
    points: points.length,
  }))
  return { keys, texts, places, numbers, standings }
}

export function unpackSeries(packed: PackedSeries): Series[] {
  let at = 0
  return packed.keys.map(({ points, ...key }) => {
    const from = at
    at += points
    return { ...key, points: Array.from({ length: points }, (_, place) => pointAt(packed, from + place)) }
  })
}

function pointAt({ texts, places, numbers, standings }: PackedSeries, at: number): SeriesPoint {
  const textAt = (which: number) => texts[places[textsOfOne * at + which] ?? 0] ?? ''
  const numberAt = (which: number) => {
    const number = numbers[numbersOfOne * at + which] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  const standing = standings[at] ?? 0
  return {
    period: textAt(0),
    value: numberAt(0),
    numerator: numberAt(1),
    denominator: numberAt(2),
    n: numberAt(3),
    availability: availabilities[standing % provisionalMark] as Availability,
    provisional: (standing & provisionalMark) > 0,
    revised: (standing & revisedMark) > 0,
    previousValue: numberAt(4),
    asAt: textAt(1),
  }
}
