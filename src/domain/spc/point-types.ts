/** What a point, or the latest one, says of change: common cause, or a special cause and what it means. */
export const pointTypes = [
  'common_cause',
  'special_cause_improvement',
  'special_cause_concern',
  'special_cause_neutral_high',
  'special_cause_neutral_low',
] as const
export type PointType = (typeof pointTypes)[number]

export const assurances = ['consistent_pass', 'consistent_fail', 'inconsistent'] as const
export type Assurance = (typeof assurances)[number]
