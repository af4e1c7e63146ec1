import { askedAt } from './recorded.ts'

const director = { role: 'director', name: 'Director' }
const panel = askedAt('HASSP', 'public', director)
const cabinet = askedAt('Cabinet', 'public', director)

/** What councillors asked for: heard in public, so everybody may read it. */
export const scrutinyActions = [
  panel('A01', '2025-03-13', 'Report waits by town at every meeting', 'Head of Performance', '2025-06-12', {
    link: 'care-act-waiting',
    closed: '2025-06-05',
    whatChanged: 'Waits are shown by town in every edition.',
  }),
  panel(
    'A02',
    '2025-03-13',
    'Set out what a surge team costs for each assessment',
    'Finance Business Partner',
    '2025-06-12',
    {
      link: 'surge-completions',
      closed: '2025-06-12',
      whatChanged: 'The cost of each completed assessment was reported.',
    },
  ),
  panel(
    'A03',
    '2025-03-13',
    'Show how many carers receive a payment, by age',
    'Head of Performance',
    '2025-06-12',
    {
      link: 'dp-carers',
      carried: [
        ['2025-06-12', '2025-09-11'],
        ['2025-09-11', '2025-12-11'],
      ],
    },
  ),
  panel(
    'A04',
    '2025-03-13',
    'Explain why median waits rise while the list falls',
    'Head of Assessment',
    '2025-09-11',
    {
      link: 'care-act-wait-median',
      started: '2025-07-01',
      reported: '2025-09-22',
    },
  ),
  panel(
    'A05',
    '2025-03-13',
    'Ask people who waited longest what it meant for them',
    'Principal Social Worker',
    '2025-09-11',
    {
      started: '2025-05-20',
      carried: [['2025-09-11', '2025-12-11']],
    },
  ),
  panel('A06', '2025-06-12', 'Say when the OT list will reach its target', 'OT Lead', '2025-09-11', {
    link: 'ot-waiting',
    closed: '2025-09-11',
    whatChanged: 'The plan and its date were put to the panel; a forecast was asked for next.',
  }),
  panel(
    'A07',
    '2025-06-12',
    'Compare uptake of direct payments with neighbouring boroughs',
    'DP Lead',
    '2025-09-11',
    {
      link: 'dp-clients-share',
      closed: '2025-09-04',
      whatChanged: 'Annual figures of three neighbours stand beside ours.',
    },
  ),
  panel(
    'A08',
    '2025-06-12',
    'Report on people from ethnic minorities who wait longer',
    'Head of Performance',
    '2025-12-11',
    {
      link: 'care-act-within-28',
      started: '2025-08-18',
    },
  ),
  panel(
    'A09',
    '2025-06-12',
    'Bring the themes of safeguarding enquiries to the panel',
    'Head of Safeguarding',
    '2025-09-11',
    {
      link: 'sg-type',
      closed: '2025-09-11',
      whatChanged: 'Types for the borough were shown; nobody asked about towns.',
    },
  ),
  panel(
    'A10',
    '2025-06-12',
    'Publish what residents said after contact',
    'Head of Performance',
    '2025-12-11',
    {
      link: 'people-say-good',
    },
  ),
  panel('A11', '2025-09-11', 'Say what replaces the surge team for OT assessments', 'OT Lead', '2025-12-11'),
  panel(
    'A12',
    '2025-09-11',
    'Set out how the 600 direct payments are to be reached',
    'DP Lead',
    '2025-12-11',
    {
      link: 'M34',
    },
  ),
  panel(
    'A13',
    '2025-09-11',
    'Explain the growth of work without a named worker',
    'Head of Assessment',
    '2025-12-11',
    {
      link: 'M12',
    },
  ),
  panel('A14', '2025-09-11', 'Invite a carer to speak about the simpler route', 'Carers Lead', '2025-12-11'),
  cabinet(
    'A15',
    '2025-04-16',
    'Confirm funding of the surge team to September',
    'Director of Adult Social Care',
    '2025-05-30',
    {
      link: 'M16',
      closed: '2025-05-28',
      whatChanged: 'Funding was confirmed, and then ended as planned.',
    },
  ),
  cabinet(
    'A16',
    '2025-04-16',
    'Set a target for vacancies in assessment teams',
    'Director of Adult Social Care',
    '2025-06-18',
    {
      link: 'vacancy-rate',
      closed: '2025-06-18',
      whatChanged: 'A target of 10% by March 2026 was agreed.',
    },
  ),
  cabinet(
    'A17',
    '2025-06-18',
    'Bring forward the online financial form',
    'Head of Client Finance',
    '2025-09-17',
    {
      link: 'M10',
      started: '2025-07-07',
      carried: [['2025-09-17', '2025-12-19']],
    },
  ),
  cabinet(
    'A18',
    '2025-06-18',
    'Report spending against budget each quarter',
    'Finance Business Partner',
    '2025-09-17',
    {
      link: 'spend-against-budget',
      closed: '2025-09-17',
      whatChanged: 'A quarterly line was added to the cabinet report.',
    },
  ),
  cabinet('A19', '2025-09-17', 'Put options for a second OT clinic to cabinet', 'OT Lead', '2025-11-19'),
  cabinet(
    'A20',
    '2025-09-17',
    'Name an elected champion for direct payments',
    'Director of Adult Social Care',
    '2025-11-19',
  ),
]
