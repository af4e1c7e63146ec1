/** The constants of the method that were chosen by a protocol: docs/calculations.md#forecast. */
export interface ForecastSettings {
  /** how far figures are believed in telling readings apart: 1 as if each spoke for itself alone */
  trust: number
  /** what a slope must earn beyond its number, in units of log likelihood */
  slopeCharge: number
  /** what speaks for a slope that moves, in the same units */
  movingSlope: number
  /** widens or narrows the surprises to come as a whole */
  width: number
}

export const chosenSettings: ForecastSettings = { trust: 1, slopeCharge: 4, movingSlope: 1, width: 1 }

/** What the slope of a line keeps of itself each month further. */
export const trendDamping = 0.98
/** What a slope that moves keeps of itself each month. */
export const movingDamping = 0.95
