import type { Risk } from '../../domain/plans/plan.ts'

type Review = readonly [reviewedOn: string, likelihood: number, impact: number, note: string]

function risk(
  id: string,
  title: string,
  ownerRole: string,
  kpi: string | null,
  [targetLikelihood, targetImpact]: readonly [number, number],
  reviews: readonly Review[],
): Risk {
  return {
    id,
    title,
    ownerRole,
    kpi,
    targetLikelihood,
    targetImpact,
    reviews: reviews.map(([reviewedOn, likelihood, impact, note]) => ({
      reviewedOn,
      likelihood,
      impact,
      note,
    })),
  }
}

const risks: readonly Risk[] = [
  risk(
    'R01',
    'High-priority work waits without a worker',
    'Head of Assessment',
    'unallocated-high',
    [1, 5],
    [
      ['2025-05-12', 2, 5, 'Few cases, each seen daily.'],
      ['2025-09-29', 4, 5, 'Numbers rose in August and again in September; duty cover is not yet in place.'],
    ],
  ),
  risk(
    'R02',
    'Emerging safeguarding themes are missed',
    'Head of Safeguarding',
    'sg-type',
    [2, 3],
    [
      ['2025-05-14', 3, 3, 'Themes are read team by team.'],
      ['2025-07-23', 3, 4, 'The themes report has moved.'],
      ['2025-09-24', 3, 4, 'Self-neglect in one town to be looked into.'],
    ],
  ),
  risk(
    'R03',
    'Posts stay empty',
    'Director of Adult Social Care',
    'vacancy-rate',
    [2, 3],
    [
      ['2025-05-20', 4, 3, 'Campaign being prepared.'],
      ['2025-08-19', 4, 3, 'First adverts out.'],
    ],
  ),
  risk(
    'R04',
    'People wait too long for assessment',
    'Head of Assessment',
    'ot-waiting',
    [2, 4],
    [
      ['2025-05-12', 3, 4, 'Surge team still in place for Care Act assessments.'],
      ['2025-07-14', 4, 4, 'The OT clinic has moved; the list no longer falls.'],
      ['2025-09-15', 4, 4, 'Surge ended in August.'],
    ],
  ),
  risk(
    'R05',
    'Overdue reviews hide unmet need',
    'Head of Assessment',
    'reviews-overdue',
    [2, 4],
    [
      ['2025-05-12', 4, 4, 'Over 900 overdue.'],
      ['2025-08-18', 3, 4, 'Review team to strength; the number falls each month.'],
    ],
  ),
  risk(
    'R06',
    'Late financial outcomes leave people in debt',
    'Head of Client Finance',
    'financial-waiting',
    [2, 3],
    [
      ['2025-06-09', 3, 3, 'Form in testing.'],
      ['2025-09-08', 3, 4, 'Form delayed; more letters returned.'],
    ],
  ),
  risk(
    'R07',
    'Direct payments do not grow',
    'Direct Payments Lead',
    'dp-clients',
    [2, 3],
    [
      ['2025-05-27', 3, 4, 'Offer at reviews being prepared.'],
      ['2025-07-29', 4, 3, 'Payroll tender failed.'],
      ['2025-09-23', 4, 3, 'Growth remains one or two a month.'],
    ],
  ),
  risk(
    'R08',
    'A provider fails',
    'Commissioning Lead',
    'provider-high-risk',
    [2, 4],
    [
      ['2025-06-04', 3, 5, 'Four providers rated high risk.'],
      ['2025-09-03', 2, 5, 'Three providers rated high risk.'],
    ],
  ),
  risk(
    'R09',
    'Lessons of audits and panels stay apart',
    'Principal Social Worker',
    'audit-good',
    [2, 2],
    [['2025-06-17', 3, 3, 'Two systems, no joint report.']],
  ),
  risk(
    'R10',
    'Late recording hides risk',
    'Head of Performance',
    'dq-timely',
    [2, 3],
    [
      ['2025-05-19', 3, 3, 'Mobile recording in use.'],
      ['2025-08-20', 2, 3, 'More is recorded on time.'],
    ],
  ),
]

/** Risks with the reviews that had been held by a day. */
export function risksAt(asAt: string): Risk[] {
  return risks.map((one) => ({
    ...one,
    reviews: one.reviews.filter(({ reviewedOn }) => reviewedOn <= asAt),
  }))
}
