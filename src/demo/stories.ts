/** What is to be found in the demonstration: each story is pinned by numbers in its test. */
export interface Story {
  id: string
  title: string
  kpis: readonly string[]
  /** breakdown, milestone or edition in which it shows */
  where: string
  what: string
}

export const stories = {
  stalledList: {
    id: 'stalled-list',
    title: 'The OT list falls, then stalls',
    kpis: ['ot-waiting', 'trusted-assessor-completions', 'surge-completions'],
    where: 'Borough; surge band October 2023 to July 2024; baseline set again in August 2024',
    what: 'About 475 people wait until mid 2023. The list falls after trusted assessors start in July 2023 and while the surge team is in place, then stays near 315. In September 2025 it is 77 above a plan of 232.',
  },
  completedWaitParadox: {
    id: 'completed-wait-paradox',
    title: 'The median completed wait rises while the list improves',
    kpis: ['care-act-wait-median', 'care-act-waiting'],
    where: 'Borough, September 2024 to September 2025; wait band of those still waiting',
    what: 'The Care Act list falls from 501 to 414 while the median wait of those assessed rises from 56 to 72 days: the oldest cases are started first, and those waiting over 26 weeks fall by more than half.',
  },
  emergingSelfNeglect: {
    id: 'emerging-self-neglect',
    title: 'Self-neglect gathers in one town',
    kpis: ['sg-type'],
    where: 'Self-neglect in Southall (type and town together: officers only), from March 2025',
    what: 'Concluded enquiries about self-neglect in Southall stand above all earlier years for seven months, while the borough’s figure for the type stays about where it was.',
  },
  directPaymentsBehind: {
    id: 'direct-payments-behind',
    title: 'Direct payments fall behind their plan',
    kpis: ['dp-clients', 'dp-starts', 'dp-ends'],
    where: 'Borough, September 2025; milestones M26 and M34',
    what: '342 adults have a direct payment on 30 September 2025 against 440 planned. To reach 600 by March 2026 needs 43 more each month; the best six months so far averaged 2.',
  },
  doneWithoutEffect: {
    id: 'done-without-effect',
    title: 'A milestone done on time, with no effect yet',
    kpis: ['ot-waiting'],
    where: 'Milestone M04, the equipment pathway, completed on 20 December 2024 as promised',
    what: 'The list for an OT assessment has stood still in the nine months since, as in the months before.',
  },
  provisionalPoints: {
    id: 'provisional-points',
    title: 'The last two points are provisional',
    kpis: ['care-act-waiting'],
    where: 'Every edition; settled in the next ones',
    what: 'August and September 2025 may still change a little as late records arrive; July is final.',
  },
  restatedQuarter: {
    id: 'restated-quarter',
    title: 'A quarter is restated',
    kpis: ['dp-pa-register', 'ot-waiting'],
    where: 'Edition 3, January to March 2025; and edition 2, September 2024',
    what: 'Personal assistants on the register are restated from 94 to 82 because lapsed registrations had been counted. The OT list of September 2024 was restated from 408 to 330 an edition before.',
  },
  missingMonth: {
    id: 'missing-month',
    title: 'A month is missing',
    kpis: ['ot-waiting'],
    where: 'February 2024, borough and every breakdown',
    what: 'The count of that month was never made: a gap, and not zero.',
  },
  overdueFigure: {
    id: 'overdue-figure',
    title: 'A figure is overdue',
    kpis: ['financial-waiting'],
    where: 'Edition 5',
    what: 'The September figure was due on 3 October 2025 and had not come when the edition was read; the latest is August.',
  },
  definitionChange: {
    id: 'definition-change',
    title: 'A definition changes',
    kpis: ['financial-within-28'],
    where: 'April 2024',
    what: 'The 28 days run from the completed form and no longer from the referral: the share steps up by more than 15 points, and the two sides cannot be compared.',
  },
  smallCounts: {
    id: 'small-counts',
    title: 'Small counts are withheld from the panel',
    kpis: ['sg-type', 'dp-starts'],
    where: 'Modern slavery; direct payments starting, by primary support reason',
    what: 'Counts from 1 to 4 reach officers only: the protected set says that they are withheld.',
  },
  highPriorityJump: {
    id: 'high-priority-jump',
    title: 'High-priority work is left without a worker',
    kpis: ['unallocated-high'],
    where: 'September 2025; milestone M15, overdue though reported on track',
    what: 'Thirteen cases, where there had been none to seven in the three years before.',
  },
} as const satisfies Record<string, Story>
