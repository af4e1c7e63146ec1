import type { MemberLabel } from '../domain/editions/publication.ts'

/** A member of a dimension with its usual share of the whole. */
export interface MemberShare {
  id: string
  share: number
  label?: string
}

const towns: MemberShare[] = [
  { id: 'Acton', share: 0.15 },
  { id: 'Ealing', share: 0.13 },
  { id: 'Greenford', share: 0.15 },
  { id: 'Hanwell', share: 0.1 },
  { id: 'Northolt', share: 0.14 },
  { id: 'Perivale', share: 0.07 },
  { id: 'Southall', share: 0.22 },
  { id: 'Out of borough', share: 0.03 },
  { id: 'Unknown', share: 0.01 },
]

/** Types of abuse, as the national return names them; usual shares stand with the measure's series. */
const abuseTypes = [
  'Physical',
  'Sexual',
  'Psychological',
  'Financial or material',
  'Discriminatory',
  'Organisational',
  'Neglect and acts of omission',
  'Domestic',
  'Sexual exploitation',
  'Modern slavery',
  'Self-neglect',
] as const

/** Every exclusive breakdown of the demonstration: each person or event belongs to exactly one member. */
const dimensions = {
  team: [
    { id: 'Locality East', share: 0.23 },
    { id: 'Locality Central', share: 0.19 },
    { id: 'Locality West', share: 0.25 },
    { id: 'Hospital', share: 0.14 },
    { id: 'Learning Disability', share: 0.1 },
    { id: 'Mental Health', share: 0.09 },
  ],
  town: towns,
  age: [
    { id: '18-64', share: 0.37, label: '18–64' },
    { id: '65-74', share: 0.16, label: '65–74' },
    { id: '75-84', share: 0.23, label: '75–84' },
    { id: '85+', share: 0.24, label: '85 and over' },
  ],
  sex: [
    { id: 'Female', share: 0.57 },
    { id: 'Male', share: 0.42 },
    { id: 'Other or not stated', share: 0.01 },
  ],
  ethnicity: [
    { id: 'Asian', share: 0.29, label: 'Asian or Asian British' },
    { id: 'Black', share: 0.12, label: 'Black, Caribbean or African' },
    { id: 'Mixed', share: 0.04, label: 'Mixed or multiple' },
    { id: 'White', share: 0.42 },
    { id: 'Other', share: 0.07, label: 'Other ethnic group' },
    { id: 'Not stated', share: 0.06 },
  ],
  'support-reason': [
    { id: 'Physical support', share: 0.48 },
    { id: 'Sensory support', share: 0.04 },
    { id: 'Memory and cognition', share: 0.14 },
    { id: 'Learning disability', share: 0.15 },
    { id: 'Mental health', share: 0.13 },
    { id: 'Social support', share: 0.06 },
  ],
  priority: [
    { id: 'High', share: 0.16 },
    { id: 'Medium', share: 0.47 },
    { id: 'Low', share: 0.37 },
  ],
  'wait-band': [
    { id: 'Under 4 weeks', share: 0.3 },
    { id: '4 to 12 weeks', share: 0.34 },
    { id: '12 to 26 weeks', share: 0.22 },
    { id: 'Over 26 weeks', share: 0.14 },
  ],
  'work-type': [
    { id: 'Care Act assessment', share: 0.42 },
    { id: 'OT assessment', share: 0.27 },
    { id: 'Review', share: 0.31 },
  ],
  provider: [
    { id: 'In-house surge team', share: 0.6 },
    { id: 'External provider 1', share: 0.25 },
    { id: 'External provider 2', share: 0.15 },
  ],
  setting: [
    { id: 'Care home', share: 0.55 },
    { id: 'Hospital', share: 0.28 },
    { id: 'Supported living', share: 0.12 },
    { id: 'Own home', share: 0.05 },
  ],
  source: [
    { id: 'Health', share: 0.29 },
    { id: 'Care provider', share: 0.24 },
    { id: 'Police', share: 0.13 },
    { id: 'Family or friend', share: 0.12 },
    { id: 'Council staff', share: 0.12 },
    { id: 'Housing', share: 0.06 },
    { id: 'Somebody else', share: 0.04 },
  ],
  role: [
    { id: 'Social worker', share: 0.5 },
    { id: 'Occupational therapist', share: 0.16 },
    { id: 'Assessment officer', share: 0.22 },
    { id: 'Manager', share: 0.12 },
  ],
  field: [
    { id: 'Ethnic group', share: 0.2 },
    { id: 'Health record link', share: 0.2 },
    { id: 'Primary support reason', share: 0.2 },
    { id: 'Accommodation', share: 0.2 },
    { id: 'Review date', share: 0.2 },
  ],
  'care-type': [
    { id: 'Home care', share: 0.42 },
    { id: 'Residential home', share: 0.24 },
    { id: 'Nursing home', share: 0.12 },
    { id: 'Supported living', share: 0.16 },
    { id: 'Day support', share: 0.06 },
  ],
  'budget-area': [
    { id: 'Older people', share: 0.43 },
    { id: 'Learning disabilities', share: 0.29 },
    { id: 'Mental health support', share: 0.12 },
    { id: 'Physical disabilities', share: 0.1 },
    { id: 'Staff and overheads', share: 0.06 },
  ],
  language: [
    { id: 'English only', share: 0.34 },
    { id: 'Punjabi', share: 0.24 },
    { id: 'Polish', share: 0.12 },
    { id: 'Somali', share: 0.1 },
    { id: 'Arabic', share: 0.1 },
    { id: 'Another language', share: 0.1 },
  ],
} satisfies Record<string, MemberShare[]>

export type DimensionId = keyof typeof dimensions

/** What domain knowledge calls "All": team, town, age, sex, ethnic group, primary support reason. */
export const all: readonly DimensionId[] = ['team', 'town', 'age', 'sex', 'ethnicity', 'support-reason']

export function membersOf(dimension: DimensionId): readonly MemberShare[] {
  return dimensions[dimension]
}

/** Type and town together: never in the protected set. @example 'Self-neglect · Southall' */
export const typeAndTown = 'type+town'
export function typeInTown(type: string, town: string): string {
  return `${type} · ${town}`
}

/** What members are called, where that is not their id. */
export const demoMemberLabels: readonly MemberLabel[] = [
  ...Object.entries(dimensions).flatMap(([dimension, members]: [string, MemberShare[]]) =>
    members.flatMap(({ id, label }) => (label ? [{ dimension, member: id, label, level: null }] : [])),
  ),
  // The town that bears the borough's name is told apart from it.
  { dimension: 'town', member: 'Ealing', label: 'Ealing (town)', level: null },
  ...abuseTypes.map((type) => ({
    dimension: typeAndTown,
    member: typeInTown(type, 'Ealing'),
    label: typeInTown(type, 'Ealing (town)'),
    level: null,
  })),
]
