/** How much history a scorecard row carries: a number that pictures share, without what fills the rows. */
export const scorecardMonths = 36
