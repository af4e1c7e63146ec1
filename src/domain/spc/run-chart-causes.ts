/** Why a run chart is drawn in place of limits; the words are in suitability.ts. */
export const runChartCauses = [
  'too-few-points',
  'one-far-figure',
  'two-far-figures',
  'not-monthly',
  'year-to-date',
  'full-of-gaps',
  'rare-count',
  'few-cases',
  'share-of-few',
  'category',
  'season',
  'mostly-level',
  'trending-stock',
  'carries-over',
  'rounded',
] as const
export type RunChartReason = (typeof runChartCauses)[number]
