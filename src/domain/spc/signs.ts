import type { SpecialCause } from './special-causes.ts'

/** What a reader sees of a special cause, and on which side of the mean. */
export type SpecialCauseSign =
  | 'outside-high'
  | 'outside-low'
  | 'rising'
  | 'falling'
  | 'near-high'
  | 'near-low'
  | 'above'
  | 'below'

export const signOfCause: Record<Exclude<SpecialCause, 'Common Cause'>, SpecialCauseSign> = {
  'Above UCL': 'outside-high',
  'Below LCL': 'outside-low',
  '7 Point Trend (Increasing)': 'rising',
  '7 Point Trend (Decreasing)': 'falling',
  '2 in 3 Above CL': 'near-high',
  '2 in 3 Below CL': 'near-low',
  '7 Points Above CL': 'above',
  '7 Points Below CL': 'below',
}

const highSigns: ReadonlySet<SpecialCauseSign> = new Set(['outside-high', 'rising', 'near-high', 'above'])

export function isHigh(sign: SpecialCauseSign): boolean {
  return highSigns.has(sign)
}
