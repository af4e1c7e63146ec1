import type { Intervention } from '../../domain/plans/plan.ts'

const interventions: readonly Intervention[] = [
  {
    id: 'I01',
    kpi: 'ot-waiting',
    kind: 'band',
    start: '2023-10-02',
    end: '2024-07-31',
    title: 'Surge team',
    reason: 'A temporary team took OT assessments from the list while it was in place.',
  },
  {
    id: 'I02',
    kpi: 'care-act-waiting',
    kind: 'band',
    start: '2024-09-02',
    end: '2025-08-29',
    title: 'Surge team',
    reason: 'The team moved to Care Act assessments and began with those waiting longest.',
  },
  {
    id: 'I03',
    kpi: 'care-act-wait-median',
    kind: 'band',
    start: '2024-09-02',
    end: '2025-08-29',
    title: 'Surge team',
    reason: 'The team began with those waiting longest, which raises the median of the waits that end.',
  },
  {
    id: 'I04',
    kpi: 'ot-waiting',
    kind: 'rebaseline',
    start: '2024-08-01',
    end: null,
    title: 'Surge team ended',
    reason: 'Limits start again at the end of the surge, a known change in how the work is done.',
  },
  {
    id: 'I05',
    kpi: 'allocated-within-10wd',
    kind: 'rebaseline',
    start: '2024-06-03',
    end: null,
    title: 'Allocation standard in use',
    reason: 'Teams allocate to one standard from June 2024.',
  },
  {
    id: 'I06',
    kpi: 'allocate-median',
    kind: 'rebaseline',
    start: '2024-06-03',
    end: null,
    title: 'Allocation standard in use',
    reason: 'Teams allocate to one standard from June 2024.',
  },
  {
    id: 'I07',
    kpi: 'dp-setup-median',
    kind: 'rebaseline',
    start: '2024-10-01',
    end: null,
    title: 'Prepaid cards in use',
    reason: 'Payments no longer wait for a bank account to be opened.',
  },
  {
    id: 'I08',
    kpi: 'sg-triage-2wd',
    kind: 'rebaseline',
    start: '2024-11-01',
    end: null,
    title: 'Triage desk',
    reason: 'One desk decides on every new concern from November 2024.',
  },
  {
    id: 'I09',
    kpi: 'dq-timely',
    kind: 'rebaseline',
    start: '2025-03-03',
    end: null,
    title: 'Mobile recording',
    reason: 'Workers record during the visit from March 2025.',
  },
  {
    id: 'I10',
    kpi: 'financial-within-28',
    kind: 'definition-break',
    start: '2024-04-01',
    end: null,
    title: 'Days counted from the completed form',
    reason:
      'Before April 2024 the 28 days ran from the referral; since then they run from the completed form. Figures before and after cannot be compared.',
  },
]

/** Changes that were known on a day; a band that had not ended by then is still running. */
export function interventionsAt(asAt: string): Intervention[] {
  return interventions
    .filter(({ start }) => start <= asAt)
    .map((item) => (item.end !== null && item.end > asAt ? { ...item, end: null } : item))
}
