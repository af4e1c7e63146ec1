/** The names of the reference (spc.md, section 10), without 'Common Cause'. */
export const specialCauses = [
  'Above UCL',
  'Below LCL',
  '7 Point Trend (Increasing)',
  '7 Point Trend (Decreasing)',
  '2 in 3 Above CL',
  '2 in 3 Below CL',
  '7 Points Above CL',
  '7 Points Below CL',
] as const
export type SpecialCause = 'Common Cause' | (typeof specialCauses)[number]
