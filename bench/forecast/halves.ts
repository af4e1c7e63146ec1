import { createHash } from 'node:crypto'

/** Constants are chosen on one half of the organisations and judged on the other. */
export type Half = 'choosing' | 'judging'

/**
 * The half that an organisation belongs to, by a fixed hash of its code, so that nobody's eye has chosen it and
 * an organisation is in the same half for every measure.
 */
export function halfOf(organisation: string): Half {
  const [first = 0] = createHash('sha256').update(organisation).digest()
  return first % 2 === 0 ? 'choosing' : 'judging'
}
