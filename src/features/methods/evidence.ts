/** What was measured of the methods. Source: docs/calculations.md, whose tables are made by commands named there. */

/** Forecast: how often the later figure fell inside each interval, in percent (table "The three sources, all series"). */
export const forecastEvidence = [
  { source: 'Delayed days, councils', held80: 81.4, held95: 94.5 },
  { source: 'Referrals, mental health trusts', held80: 82.6, held95: 93.6 },
  { source: 'Seen in four hours, A&E', held80: 78.6, held95: 95.5 },
  { source: 'All three together', held80: 81.1, held95: 94.5 },
] as const

/** Emerging issues: how often a change of each kind was found, in percent of trials by simulation. */
export const signalEvidence = [
  { change: 'a new level for six months', found: 84.8 },
  { change: 'a slow drift over a year', found: 57.5 },
  { change: 'one month far off', found: 60 },
  { change: 'figures that move twice as much', found: 8.8 },
] as const

export const sources = [
  {
    title: 'Making Data Count, NHS England',
    use: 'usual ranges, the four signals and the icons',
    url: 'https://www.england.nhs.uk/publication/making-data-count/',
  },
  {
    title: 'Nelson, L. S. (1982), Control charts for individual measurements',
    use: 'leaving extreme differences out',
    url: null,
  },
  {
    title: 'Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate',
    use: 'holding false alarms down',
    url: null,
  },
  {
    title: 'Harvey, A. C. and Durbin, J. (1986), The effects of seat belt legislation',
    use: 'checking before and after on a known case',
    url: null,
  },
] as const

/** Targets told as not likely within 18 months: how often that held, in percent (table "Meeting a target"). */
export const notLikelyEvidence = [
  { source: 'Made up: level figures', notMet: 100, notKept: 99.2 },
  { source: 'Made up: lists that turned', notMet: 98.3, notKept: 91.2 },
  { source: 'Made up: lists that wander', notMet: 92.1, notKept: 89.5 },
  { source: 'Real: four measures, the worst', notMet: 79.2, notKept: 82.2 },
  { source: 'Real: four more measures', notMet: 89, notKept: 89.5 },
] as const
