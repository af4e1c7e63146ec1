/**
 * What people in the room say, and what it stands for. A text that holds either side is found by both.
 */
export const abbreviations: readonly (readonly [short: string, long: string])[] = [
  ['OT', 'occupational therapy'],
  ['DoLS', 'deprivation of liberty safeguards'],
  ['s42', 'section 42'],
  ['DP', 'direct payment'],
  ['PA', 'personal assistant'],
  ['FTE', 'full-time equivalent'],
  ['SW', 'social worker'],
  ['CQC', 'care quality commission'],
  ['QA', 'audit'],
  ['DQ', 'data quality'],
  ['MSP', 'making safeguarding personal'],
  ['CA', 'care act'],
  ['HASSP', 'health and adult social services panel'],
  ['SAB', 'safeguarding adults board'],
  ['BLRP', 'better lives review panel'],
  ['backlog', 'waiting'],
  ['queue', 'waiting'],
  ['unallocated', 'no named worker'],
  ['vacancy', 'vacant'],
  ['late', 'overdue'],
]
