import { longName, longText, longWord, marksAndEmoji, rightToLeft } from './nasty-names.ts'

type Row = readonly (string | number)[]

/** The plan of the edition: thirty milestones on one measure, six moves of one, long texts everywhere. */

export const workstreams: readonly Row[] = [
  ['id', 'name', 'sponsor_role', 'board'],
  [
    'Waiting',
    `Waiting Well & ${longWord}`,
    'Director of Adult Social Services & Health',
    'Better Lives & Waiting Well Programme Board',
  ],
  ['Practice', marksAndEmoji, 'Principal Social Worker', 'Safeguarding Adults Board'],
]

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

const titles = [
  longName,
  `Publish ${longWord}`,
  marksAndEmoji,
  rightToLeft,
  'Train assessors',
  'Open the advice line',
]
const statuses = ['green', 'amber', 'red', 'grey']

/** M1 to M30: eight before the range of three years, four long after it, the others within. */
const manyMilestones: readonly Row[] = Array.from({ length: 30 }, (_, place) => {
  const number = place + 1
  const year = number <= 8 ? 2019 : number >= 27 ? 2031 : 2023 + ((number - 9) % 3)
  const baseline = day(year, 1 + (number % 12), 12 + (number % 9))
  const isDone = number <= 12
  const current = isDone || number % 4 ? baseline : day(year + 1, 2 + (number % 10), 20)
  return [
    `M${number}`,
    number % 5 ? 'Waiting' : 'Practice',
    `${titles[place % titles.length]} ${number}`,
    'many-milestones',
    number % 3 ? '<= 200 by 2026-03' : longText.slice(0, 160),
    'Head of Occupational Therapy & Reablement (interim, job share)',
    baseline,
    current,
    isDone ? baseline : '',
    isDone ? 'blue' : (statuses[number % 4] ?? 'grey'),
    number % 6 ? '' : 'R2',
    isDone ? longText.slice(0, 120) : '',
  ]
})

export const milestones: readonly Row[] = [
  [
    'id',
    'workstream',
    'title',
    'kpi_id',
    'success_measure',
    'owner_role',
    'baseline_due',
    'current_due',
    'completed',
    'status',
    'risk',
    'evidence',
  ],
  ...manyMilestones,
  [
    'M31',
    'Waiting',
    longName,
    'far-plan',
    '>= 8000 by 2026-03',
    'Head of Service',
    '2025-03-31',
    '2026-06-30',
    '',
    'red',
    'R1',
    '',
  ],
  [
    'M32',
    'Waiting',
    `${longWord} delivered`,
    'outlier',
    '<= 25',
    'Head of Service',
    '2025-03-31',
    '2025-03-31',
    '2025-04-01',
    'blue',
    'R1',
    longText,
  ],
  [
    'M33',
    'Practice',
    'A promise without a measure',
    '',
    '',
    'Principal Social Worker',
    '2025-06-30',
    '2025-12-31',
    '',
    'amber',
    '',
    '',
  ],
]

const moves = [
  '2025-03-31',
  '2025-05-30',
  '2025-07-31',
  '2025-09-30',
  '2025-12-31',
  '2026-03-31',
  '2026-06-30',
]

/** Six moves of one milestone. */
export const milestoneMoves: readonly Row[] = [
  ['milestone_id', 'from', 'to', 'reason', 'approver', 'moved_on'],
  ...moves
    .slice(1)
    .map((to, place) => [
      'M31',
      moves[place] ?? '',
      to,
      place % 2 ? longText.slice(0, 400) : `Supplier of ${longWord} withdrew`,
      'Better Lives & Waiting Well Programme Board',
      day(2025, place + 2, 20),
    ]),
]

/** A plan that ends a hundred times as high as anything that was measured. */
export const trajectory: readonly Row[] = [
  ['kpi_id', 'period', 'planned', 'approved_by'],
  ['far-plan', '2025-04', 50, 'Cabinet & Health Panel'],
  ['far-plan', '2025-09', 4_000, 'Cabinet & Health Panel'],
  ['far-plan', '2026-03', 8_000, 'Cabinet & Health Panel'],
  ['long-name', '2025-04', 420, longName.slice(0, 100)],
  ['long-name', '2026-03', 300, longName.slice(0, 100)],
]

export const interventions: readonly Row[] = [
  ['id', 'kpi_id', 'kind', 'start', 'end', 'title', 'reason'],
  ['I1', 'long-name', 'band', '2024-09-01', '2024-12-31', `${longWord} surge`, longText.slice(0, 300)],
  ['I2', 'long-name', 'band', '2024-11-01', '2025-02-28', longName.slice(0, 120), 'Winter'],
  ['I3', 'outlier', 'definition-break', '2024-04-01', '', marksAndEmoji, longText.slice(0, 300)],
  ['I4', 'ten-years', 'rebaseline', '2020-04-01', '', 'New case system', longText.slice(0, 200)],
]

export const risks: readonly Row[] = [
  ['id', 'title', 'owner_role', 'kpi_id', 'target_likelihood', 'target_impact'],
  ['R1', longName, 'Director of Adult Social Services', 'far-plan', 2, 3],
  ['R2', `${longWord} & ${marksAndEmoji}`, 'Head of Service', 'many-milestones', 1, 5],
  ['R10', 'A risk with a later number', 'Head of Service', '', 3, 3],
]

export const riskReviews: readonly Row[] = [
  ['risk_id', 'reviewed_on', 'likelihood', 'impact', 'note'],
  ['R1', '2025-06-10', 5, 5, longText.slice(0, 300)],
  ['R1', '2025-09-10', 4, 5, longWord],
  ['R2', '2025-09-10', 3, 4, marksAndEmoji],
  ['R10', '2025-09-10', 3, 3, 'No change'],
]

const boards = ['Health & Care Panel', 'Cabinet', `Board of ${longWord}`, rightToLeft]

export const actions: readonly Row[] = [
  [
    'id',
    'board',
    'raised',
    'action',
    'owner_role',
    'due',
    'closed',
    'status',
    'link',
    'carried',
    'release',
    'what_changed',
  ],
  ...Array.from({ length: 24 }, (_, place): Row => {
    const isClosed = place % 4 === 3
    return [
      `A${place + 1}`,
      boards[place % boards.length] ?? '',
      day(2025, 1 + (place % 8), 4),
      [longText, `Settle ${longWord} ${place}`, marksAndEmoji, rightToLeft][place % 4] ?? '',
      place % 3 ? 'Head of Service' : 'Head of Occupational Therapy & Reablement (interim, job share)',
      day(2025, 9 + (place % 4), 20),
      isClosed ? '2025-09-20' : '',
      isClosed ? 'closed' : (['open', 'in_progress', 'awaiting_confirmation'][place % 3] ?? 'open'),
      ['many-milestones', 'M10', 'long-word', ''][place % 4] ?? '',
      place % 7,
      'public',
      isClosed ? longText.slice(0, 500) : '',
    ]
  }),
]

export const commentary: readonly Row[] = [
  ['kpi_id', 'period', 'author_role', 'text', 'release'],
  ['long-name', '2025-09', 'Head of Service', longText, 'public'],
  ['long-word', '2025-09', 'Head of Service', `${longWord} ${longWord} ${marksAndEmoji}`, 'public'],
  ['right-to-left', '2025-09', 'Head of Service', `${rightToLeft} ${rightToLeft}`, 'public'],
]
