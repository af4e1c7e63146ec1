/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const places = new Map<number, { sum: number; count: number }>()
  for (const [index, value] of sorted.entries()) {
    const place = places.get(value) ?? { sum: 0, count: 0 }
    places.set(value, { sum: place.sum + index + 1, count: place.count + 1 })
  }
  return values.map((value) => {
    const { sum, count } = places.get(value) ?? { sum: 0, count: 1 }
    return sum / count
  })
}
