/** The constants of the method that were chosen by a protocol: docs/calculations.md#forecast. */
export interface ForecastSettings {
  /** how much of the twelve months' worth of freedom a trusted season is charged for */
  seasonCharge: number
  /** a trend is followed by 1 − this ÷ t², t being its slope in standard errors */
  trendEvidence: number
  /** the memory of the smoothing that surprises are measured at */
  surpriseMemory: number
  /** share of a one-month surprise's variance that each month further adds, before the series is asked */
  usualGrowth: number
  /** widens or narrows the spread of surprises as a whole */
  width: number
}

export const chosenSettings: ForecastSettings = {
  seasonCharge: 0.75,
  trendEvidence: 24,
  surpriseMemory: 0.4,
  usualGrowth: 0.4,
  width: 0.9,
}

/** What a trend keeps of itself each month further. */
export const trendDamping = 0.98
