/**
 * The place in a list that a key leads to, round at both ends; null where the key belongs to the field.
 *
 * @example movedTo('ArrowUp', 0, 5) → 4
 */
export function movedTo(key: string, place: number, length: number): number | null {
  if (length === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % length
    case 'ArrowUp':
      return (place + length - 1) % length
    case 'PageDown':
      return length - 1
    case 'PageUp':
      return 0
    default:
      return null
  }
}
