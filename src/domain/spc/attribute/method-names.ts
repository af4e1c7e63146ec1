import { rareCount } from '../suitability.ts'
import type { ChartKind } from './chart-kinds.ts'

/** What each chart is called where a verdict names its method. */
export const methodNames: Record<ChartKind, string> = {
  xmr: 'XmR chart',
  run: 'run chart',
  p: 'p chart of shares',
  'p-prime': 'p′ chart of shares (Laney)',
  u: 'u chart of rates',
  'u-prime': 'u′ chart of rates (Laney)',
  c: 'c chart of counts',
  g: 'g chart of cases between events',
  t: 't chart of days between events',
}

/** Where events are so few that limits mean little. */
export const methodOfFew = 'exact comparison of the latest figures with those before'
export const methodOfRanks = 'rank comparison of the latest figures with those before'
export const becauseOfFew = `Fewer than ${rareCount} events are expected in a period, too few for limits to mean much.`

/** Of a list, of figures that add up through the year, and of a share with few figures. */
export const methodOfStock = 'the changes from figure to figure, taken together'
export const methodOfGains = 'of what each month added'
/** Of figures that rise and fall with the year. */
export const methodOfSeason = 'of figures beside those of the same month in other years'
export const methodOfYear = 'the difference from a year before, with the interval that chance makes'

/** Of a series that the tests of the whole edition flagged. */
export const methodOfFamily = 'the tests of all series of the edition together'

/** Of a series that is rounded for publication: which method would tell how many it counts. */
export const methodOfReceived = 'the figures as they were received, before rounding'
