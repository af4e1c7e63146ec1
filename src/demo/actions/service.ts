import { askedAt } from './recorded.ts'

const review = askedAt('Performance review', 'officer', {
  role: 'service-lead',
  name: 'Service lead',
})
const practice = askedAt('Practice Board', 'officer', {
  role: 'practice-lead',
  name: 'Practice lead',
})

/** What service leads agreed among themselves each month. */
export const serviceActions = [
  review(
    'A21',
    '2025-04-11',
    'Check the oldest fifty cases on the Care Act list',
    'Head of Assessment',
    '2025-05-09',
    {
      link: 'care-act-waiting',
      closed: '2025-05-09',
      whatChanged: 'Eleven cases were closed, fourteen were given a worker.',
    },
  ),
  review('A22', '2025-04-11', 'Send reminders before reviews fall due', 'Head of Assessment', '2025-06-13', {
    link: 'reviews-overdue',
    closed: '2025-06-13',
    whatChanged: 'Reminders go out six weeks before.',
  }),
  review('A23', '2025-04-11', 'Move two assistants to the carers’ team', 'Carers Lead', '2025-05-09', {
    link: 'carers-wait-median',
    closed: '2025-05-06',
    whatChanged: 'Two assistants moved on 6 May.',
  }),
  review('A24', '2025-05-09', 'Agree who signs off standard DoLS forms', 'DoLS Lead', '2025-06-13', {
    link: 'dols-within-21',
    closed: '2025-06-10',
    whatChanged: 'Three more officers may sign.',
  }),
  review('A25', '2025-05-09', 'Clear payments without an audit, oldest first', 'DP Lead', '2025-07-11', {
    link: 'dp-audits-overdue',
    started: '2025-05-27',
    carried: [
      ['2025-07-11', '2025-08-08'],
      ['2025-08-08', '2025-09-12'],
      ['2025-09-12', '2025-10-10'],
    ],
  }),
  review(
    'A26',
    '2025-05-09',
    'Record the date of a complete financial form',
    'Head of Client Finance',
    '2025-06-13',
    {
      link: 'financial-within-28',
      closed: '2025-06-13',
      whatChanged: 'The date has been recorded since June.',
    },
  ),
  review(
    'A27',
    '2025-06-13',
    'Give every team its list of missing fields each week',
    'Head of Performance',
    '2025-07-11',
    {
      link: 'dq-complete',
      closed: '2025-07-11',
      whatChanged: 'The list goes out each Monday.',
    },
  ),
  review(
    'A28',
    '2025-06-13',
    'Test the count of lapsed personal assistants',
    'Commissioning Lead',
    '2025-07-11',
    {
      link: 'dp-pa-register',
      closed: '2025-07-31',
      carried: [['2025-07-11', '2025-08-08']],
      whatChanged: 'Lapsed registrations were taken out and a quarter restated.',
    },
  ),
  review('A29', '2025-06-13', 'Find out why payments end in their first year', 'DP Lead', '2025-09-12', {
    link: 'dp-ends',
    started: '2025-07-21',
    carried: [['2025-09-12', '2025-10-10']],
  }),
  review(
    'A30',
    '2025-07-11',
    'Visit providers rated high risk within ten days',
    'Commissioning Lead',
    '2025-08-08',
    {
      link: 'provider-high-risk',
      closed: '2025-08-08',
      whatChanged: 'All were visited; one is off the list.',
    },
  ),
  review(
    'A31',
    '2025-07-11',
    'Ask the hospital team what delays triage',
    'Head of Safeguarding',
    '2025-08-08',
    {
      link: 'sg-triage-2wd',
      closed: '2025-08-07',
      whatChanged: 'Night reports now come by seven in the morning.',
    },
  ),
  review('A32', '2025-07-11', 'Offer trusted assessors two more clinics a week', 'OT Lead', '2025-08-08', {
    link: 'trusted-assessor-completions',
    closed: '2025-08-08',
    whatChanged: 'Two more clinics a week began on 4 August.',
  }),
  review(
    'A33',
    '2025-08-08',
    'Put high-priority work first at the daily meeting',
    'Head of Assessment',
    '2025-09-12',
    {
      link: 'unallocated-high',
      started: '2025-08-11',
      carried: [['2025-09-12', '2025-10-10']],
    },
  ),
  review(
    'A34',
    '2025-08-08',
    'Chase the finance system’s September extract',
    'Head of Client Finance',
    '2025-10-03',
    {
      link: 'financial-waiting',
      started: '2025-09-29',
    },
  ),
  review(
    'A35',
    '2025-08-08',
    'Explain the fall in reviews by the surge team',
    'Head of Assessment',
    '2025-09-12',
    {
      link: 'surge-completions',
      closed: '2025-09-12',
      whatChanged: 'The team wound down as planned.',
    },
  ),
  review(
    'A36',
    '2025-09-12',
    'Clear high-priority work that has no worker',
    'Head of Assessment',
    '2025-09-26',
    {
      link: 'unallocated-high',
      started: '2025-09-15',
    },
  ),
  review('A37', '2025-09-12', 'Settle which dates count as allocated', 'Head of Performance', '2025-10-10', {
    link: 'allocated-within-10wd',
    reported: '2025-10-02',
  }),
  review(
    'A38',
    '2025-09-12',
    'Write to people whose review is two years late',
    'Head of Assessment',
    '2025-10-10',
    {
      link: 'reviews-overdue',
      started: '2025-09-22',
    },
  ),
  practice(
    'A39',
    '2025-04-30',
    'Share three good strengths-based plans',
    'Principal Social Worker',
    '2025-06-25',
    {
      link: 'blrp-themes',
      closed: '2025-06-25',
      whatChanged: 'Plans are on the practice page.',
    },
  ),
  practice(
    'A40',
    '2025-04-30',
    'Give every supervisor two audits a month',
    'Principal Social Worker',
    '2025-07-30',
    {
      link: 'audit-good',
      closed: '2025-07-30',
      whatChanged: 'Audits rose to 24 a quarter.',
    },
  ),
  practice(
    'A41',
    '2025-06-25',
    'Replace the visit form with one of two pages',
    'Principal Social Worker',
    '2025-09-24',
    {
      link: 'dq-timely',
      ended: 'superseded',
      closed: '2025-08-27',
      whatChanged: 'The recording standard (M38) takes its place.',
    },
  ),
  practice(
    'A42',
    '2025-06-25',
    'Train new staff in the allocation standard',
    'Head of Assessment',
    '2025-08-27',
    {
      link: 'M14',
      closed: '2025-08-27',
      whatChanged: 'Nineteen people were trained.',
    },
  ),
  practice(
    'A43',
    '2025-08-27',
    'Look at caseloads of staff in their first year',
    'Principal Social Worker',
    '2025-10-29',
    {
      link: 'caseload-per-fte',
    },
  ),
  practice('A44', '2025-08-27', 'Ask leavers why they leave', 'Director of Adult Social Care', '2025-11-26', {
    link: 'M17',
    started: '2025-09-08',
  }),
]
