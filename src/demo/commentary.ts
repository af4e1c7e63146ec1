import type { Commentary } from '../domain/commentary/commentary.ts'
import type { Vintage } from './timeline.ts'

type Said = [kpi: string, authorRole: string, text: string, release?: Commentary['release']]

/**
 * What roles said of the month that an edition reports on. Released texts name no exact count: beside a rounded
 * figure it could say too much.
 */
const said: Record<string, { writtenAt: string; texts: readonly Said[] }> = {
  '2025-08': {
    writtenAt: '2025-09-10T10:00:00Z',
    texts: [
      [
        'care-act-waiting',
        'Head of Assessment',
        'The list is well below that of a year ago. The surge team’s last month was August, so the autumn will show whether the teams can hold the pace.',
        'public',
      ],
      [
        'care-act-wait-median',
        'Head of Assessment',
        'The people assessed in August had waited longer than those of a year ago. We start with those who have waited longest, so the wait that ends rises while fewer people are left with a long one.',
        'public',
      ],
      [
        'ot-waiting',
        'OT Lead',
        'The list has stayed where it was since the surge ended. The second clinic has moved again: a lift has to be repaired first.',
        'public',
      ],
      [
        'reviews-overdue',
        'Head of Assessment',
        'The review team has been to strength since June, and fewer reviews are overdue each month.',
        'public',
      ],
      [
        'financial-waiting',
        'Head of Client Finance',
        'More letters came back in August. The online form is expected in December.',
      ],
      [
        'dols-backlog',
        'DoLS Lead',
        'The two assessors took up their posts at the end of July. August brought more applications than they could complete.',
      ],
      [
        'awaiting-allocation',
        'Head of Assessment',
        'The daily meeting has run since 30 May. The number without a named worker has not changed so far.',
        'public',
      ],
      [
        'unallocated-high',
        'Head of Assessment',
        'More cases than usual at the end of August. Each is seen by duty every day.',
      ],
      ['caseload-per-fte', 'Principal Social Worker', 'Caseloads stay inside the band that was agreed.'],
      [
        'sg-type',
        'Head of Safeguarding',
        'Self-neglect is reported more often in Southall since the spring. The borough’s figure hides it. To be taken to the board.',
      ],
      [
        'sg-open-90',
        'Head of Safeguarding',
        'Enquiries open beyond 90 days have crept up over the summer. A weekly review begins in October.',
      ],
      [
        'dp-clients',
        'Direct Payments Lead',
        'Growth is steady and slow, well short of the plan. The guide and the payroll contract, on which the plan rests, are both late.',
        'public',
      ],
      [
        'dp-audits-overdue',
        'Direct Payments Lead',
        'Leave in the team held audits back. The oldest are done first.',
      ],
      [
        'vacancy-rate',
        'Director of Adult Social Care',
        'The first adverts are out. No change is expected before the new year.',
      ],
      ['dq-timely', 'Head of Performance', 'More visits are written up on time than a year ago.', 'public'],
    ],
  },
  '2025-09': {
    writtenAt: '2025-10-13T10:00:00Z',
    texts: [
      [
        'care-act-waiting',
        'Head of Assessment',
        'September is the first month without the surge team, and fewer people were waiting at its end than in August. One month is too early to say whether that will last.',
        'public',
      ],
      [
        'care-act-wait-median',
        'Head of Assessment',
        'A rising wait among those assessed is expected while the oldest requests are started first. The number of people with a long wait behind them is what to watch.',
        'public',
      ],
      [
        'care-act-within-28',
        'Head of Assessment',
        'The share started within 28 days stays low while older requests are cleared. Triage at first contact is due in November.',
        'public',
      ],
      [
        'ot-waiting',
        'OT Lead',
        'The list is 77 above its plan and has not moved since the surge ended. Two of three therapists for the second clinic are still to be appointed.',
      ],
      [
        'ot-waiting',
        'Head of Performance',
        'The list has stayed level and is above its plan. The plan counted on the second clinic, which has not opened.',
        'public',
      ],
      [
        'reviews-overdue',
        'Head of Assessment',
        'Fewer reviews are overdue than at any time in the past year. Letters to people whose review is two years late went out in September.',
        'public',
      ],
      [
        'financial-waiting',
        'Head of Client Finance',
        'The September extract was due on 3 October and had not come when this edition was read.',
        'public',
      ],
      [
        'dols-backlog',
        'DoLS Lead',
        'Two months with new assessors, and the backlog has not fallen since July. The authorisers’ rota is being looked at.',
      ],
      [
        'awaiting-allocation',
        'Head of Assessment',
        'Four months after the daily meeting began, as much work is without a named worker as before. We will look at what holds allocation back, and not at the meeting.',
        'public',
      ],
      [
        'unallocated-high',
        'Head of Assessment',
        'Thirteen cases, which is not acceptable. Duty cover was due on 12 September and is not in place. All thirteen have been seen; nine had a worker by 10 October.',
      ],
      [
        'allocated-within-10wd',
        'Head of Performance',
        'Which dates count as allocated is being settled with the teams. The figures are not affected so far.',
      ],
      [
        'sg-type',
        'Head of Safeguarding',
        'Self-neglect in Southall is above all earlier years for the seventh month. The panel of partners begins in November. No action is recorded yet.',
      ],
      [
        'sg-open-90',
        'Head of Safeguarding',
        'Six fewer enquiries open beyond 90 days than in August. One month proves nothing; the weekly review begins on 31 October.',
      ],
      ['sg-concerns', 'Head of Safeguarding', 'The number of concerns is within its usual range.', 'public'],
      [
        'dp-clients',
        'Direct Payments Lead',
        'The plan cannot be reached at the present pace. The board has asked for a new one in December.',
        'public',
      ],
      [
        'dp-starts',
        'Direct Payments Lead',
        'Payments have been offered at every review since June. Starts have not risen. We will ask people who said no.',
      ],
      [
        'dp-audits-overdue',
        'Direct Payments Lead',
        'The fall in August did not last. The schedule is to be reset in November.',
      ],
      [
        'vacancy-rate',
        'Director of Adult Social Care',
        'Interviews are under way; the first starters are expected in January.',
      ],
      [
        'dq-timely',
        'Head of Performance',
        'More visits are written up on time. The standard for all teams is due at the end of November.',
        'public',
      ],
      [
        'spend-against-budget',
        'Finance Business Partner',
        'Spending is slightly above budget, as in earlier months of the year.',
        'public',
      ],
      [
        'provider-high-risk',
        'Commissioning Lead',
        'One provider is off the list after a second visit. The others are visited every fortnight.',
      ],
    ],
  },
}

/** The commentary that an edition brings. */
export function commentaryOf({ publishedAt }: Vintage): Commentary[] {
  return Object.entries(said)
    .filter(([, { writtenAt }]) => writtenAt.slice(0, 7) === publishedAt.slice(0, 7))
    .flatMap(([period, { writtenAt, texts }]) =>
      texts.map(([kpi, authorRole, text, release = 'officer']) => ({
        kpi,
        period,
        authorRole,
        text,
        release,
        writtenAt,
      })),
    )
}
