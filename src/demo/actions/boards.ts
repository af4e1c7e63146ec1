import { askedAt } from './recorded.ts'

const safeguarding = askedAt('Safeguarding Adults Board', 'officer', {
  role: 'practice-lead',
  name: 'Practice lead',
})
const payments = askedAt('Direct Payments Board', 'officer', {
  role: 'service-lead',
  name: 'Service lead',
})

/** What the partnership boards asked for. */
export const boardActions = [
  safeguarding(
    'A45',
    '2025-03-26',
    'Publish a leaflet on raising a concern',
    'Head of Safeguarding',
    '2025-06-25',
    {
      link: 'sg-concerns',
      release: 'public',
      closed: '2025-06-18',
      whatChanged: 'The leaflet is in libraries and surgeries.',
    },
  ),
  safeguarding(
    'A46',
    '2025-03-26',
    'Review enquiries that were open beyond a year',
    'Head of Safeguarding',
    '2025-06-25',
    {
      link: 'sg-open-90',
      closed: '2025-06-25',
      whatChanged: 'Six were closed.',
    },
  ),
  safeguarding(
    'A47',
    '2025-03-26',
    'Agree with the police who tells the family',
    'Head of Safeguarding',
    '2025-06-25',
    {
      started: '2025-04-28',
      carried: [
        ['2025-06-25', '2025-09-24'],
        ['2025-09-24', '2025-12-17'],
      ],
    },
  ),
  safeguarding(
    'A48',
    '2025-06-25',
    'Ask people what they wanted in every enquiry',
    'Principal Social Worker',
    '2025-09-24',
    {
      link: 'sg-msp-asked',
      reported: '2025-09-24',
    },
  ),
  safeguarding(
    'A49',
    '2025-06-25',
    'Read twenty enquiries in which the risk stayed',
    'Head of Safeguarding',
    '2025-12-17',
    {
      link: 'sg-risk-reduced',
      started: '2025-08-04',
    },
  ),
  safeguarding(
    'A50',
    '2025-06-25',
    'Learn from people with more than one enquiry',
    'Head of Safeguarding',
    '2026-03-25',
    {
      link: 'M25',
      release: 'public',
    },
  ),
  safeguarding(
    'A51',
    '2025-09-24',
    'Sign the protocol with the health partners',
    'Head of Safeguarding',
    '2025-11-07',
    {
      link: 'M24',
      started: '2025-09-29',
    },
  ),
  safeguarding(
    'A52',
    '2025-09-24',
    'Give the board its themes by quarter',
    'Head of Performance',
    '2025-12-17',
    {
      link: 'sg-location',
      release: 'public',
    },
  ),
  payments('A53', '2025-04-09', 'Test the letter that offers a payment', 'DP Lead', '2025-06-11', {
    link: 'dp-starts',
    closed: '2025-06-11',
    whatChanged: 'The letter is half as long.',
  }),
  payments(
    'A54',
    '2025-04-09',
    'Let people see their card’s balance online',
    'Head of Client Finance',
    '2025-08-13',
    {
      link: 'dp-setup-median',
      closed: '2025-08-13',
      whatChanged: 'Balances have been online since August.',
    },
  ),
  payments('A55', '2025-06-11', 'Finish the co-produced guide', 'DP Lead', '2025-09-30', {
    link: 'M26',
    started: '2025-07-02',
    carried: [['2025-10-01', '2025-10-24']],
    release: 'public',
  }),
  payments('A56', '2025-06-11', 'Find a payroll provider', 'Commissioning Lead', '2025-10-08', {
    link: 'M33',
    started: '2025-08-20',
  }),
  payments(
    'A57',
    '2025-08-13',
    'Register twenty more personal assistants',
    'Commissioning Lead',
    '2025-12-10',
    {
      link: 'dp-pa-register',
      release: 'public',
    },
  ),
  payments('A58', '2025-08-13', 'Place carers’ champions on two wards', 'Carers Lead', '2025-12-12', {
    link: 'M32',
    started: '2025-09-10',
  }),
  payments('A59', '2025-08-13', 'Ask those who left why they did', 'DP Lead', '2025-12-10'),
  payments('A60', '2025-10-01', 'Bring a plan for 43 more payments a month', 'DP Lead', '2025-12-10', {
    link: 'dp-clients',
  }),
]
