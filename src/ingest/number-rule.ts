/** How a file writes its numbers, where it is not in digits with a point: said once for the whole file. */
export interface NumberRule {
  /** what stands between thousands */
  thousands?: ',' | '.' | ' ' | "'" | undefined
  decimal?: '.' | ',' | undefined
  /** whether a figure may end in a percent sign */
  percentSign?: boolean | undefined
}
