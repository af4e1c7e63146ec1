export const strengths = ['strong', 'clear', 'just-enough'] as const
/** How plain a flagged change is among everything that was tested. */
export type Strength = (typeof strengths)[number]

/** The table that a reader is shown: each strength, its words, and the q-value up to which it holds. */
export const strengthTable: Record<Strength, { words: string; upTo: number | null }> = {
  strong: { words: 'Strong', upTo: 0.001 },
  clear: { words: 'Clear', upTo: 0.01 },
  'just-enough': { words: 'Just enough', upTo: null },
}

/**
 * The strength of a flagged change, from its q-value: the share of false alarms to be expected among everything
 * that is flagged down to it. Strong to one in a thousand, clear to one in a hundred, just enough beyond, up to the
 * line at which series are flagged at all.
 *
 * @example 0.0004 → 'strong'; 0.01 → 'clear'; 0.04 → 'just-enough'
 */
export function strengthOf(qValue: number | null): Strength {
  if (qValue === null) return 'just-enough'
  return (
    strengths.find((strength) => {
      const { upTo } = strengthTable[strength]
      return upTo === null || qValue <= upTo
    }) ?? 'just-enough'
  )
}
