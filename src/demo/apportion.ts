/**
 * A whole number split in proportion to weights, by largest remainder: the parts are whole and add up to
 * exactly the total; a part of no weight gets nothing. With `caps`, no part exceeds its cap; with `least`, every part has at least that much,
 * where the total allows it.
 *
 * @example apportion(10, [1, 1, 1]) → [4, 3, 3]; apportion(10, [8, 1, 1], { caps: [5, 9, 9] }) → [5, 3, 2]
 */
export function apportion(
  total: number,
  weights: readonly number[],
  { caps, least }: { caps?: readonly number[]; least?: readonly number[] } = {},
): number[] {
  const parts = startingParts(total, weights.length, caps, least)
  let left = total - sumOf(parts)
  // what a part still lacks of its quota, so that having a least does not give it more than its share
  const perWeight = total / (sumOf(weights) || 1)
  const wanted = weights.map((weight, index) =>
    parts[index] ? Math.max(weight * perWeight - parts[index], weight * 1e-6) : weight * perWeight,
  )
  while (left > 0) {
    const room = wanted.map((weight, index) =>
      (parts[index] ?? 0) < (caps?.[index] ?? Number.POSITIVE_INFINITY) ? weight : 0,
    )
    const weightOfRoom = sumOf(room)
    if (weightOfRoom === 0) throw new RangeError(`${total} does not fit under caps of ${caps?.join(', ')}`)
    left -= share(parts, left, room, weightOfRoom, caps)
  }
  return parts
}

function startingParts(
  total: number,
  count: number,
  caps: readonly number[] | undefined,
  least: readonly number[] | undefined,
): number[] {
  const none = new Array<number>(count).fill(0)
  if (!least) return none
  const parts = least.map((part, index) => Math.min(part, caps?.[index] ?? part))
  return sumOf(parts) <= total ? parts : none
}

/** Hands out as much of `left` as the caps allow in one round, and returns how much that was. */
function share(
  parts: number[],
  left: number,
  room: readonly number[],
  weightOfRoom: number,
  caps: readonly number[] | undefined,
): number {
  const remainders: { index: number; remainder: number }[] = []
  let given = 0
  for (const [index, weight] of room.entries()) {
    if (weight === 0) continue
    const quota = (left * weight) / weightOfRoom
    const part = parts[index] ?? 0
    const whole = Math.min(Math.floor(quota + 1e-9), (caps?.[index] ?? Number.POSITIVE_INFINITY) - part)
    parts[index] = part + whole
    given += whole
    remainders.push({ index, remainder: quota - whole })
  }
  remainders.sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of remainders) {
    if (given === left) break
    const part = parts[index] ?? 0
    if (part >= (caps?.[index] ?? Number.POSITIVE_INFINITY)) continue
    parts[index] = part + 1
    given += 1
  }
  return given
}

export function sumOf(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
