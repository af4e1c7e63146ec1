/** Links as pages write them, each in a file of its own; what is right compiles, and nothing else does. */
const right = [
  `<Link to="/kpis/$id" params={{ id: 'x' }} search={{ dimension: 'town', member: 'Ealing' }} />`,
  `<Link to="/actions" search={{ new: 'x', edition: '5' }} />`,
  `<Link to="/methods" />`,
  `<HereLink changes={{ audience: 'protected', item: '1' }}>on</HereLink>`,
  `linkOptions({ to: '/plan', search: { delivery: 'late' } })`,
  `leadsTo({ kind: 'page', to: '/plan' })`,
]

/** Each is right but for one word. */
const wrong = [
  `<Link to="/kpi/$id" params={{ id: 'x' }} />`,
  `<Link to="/kpis/$id" params={{ kpi: 'x' }} />`,
  `<Link to="/kpis/$id" params={{ id: 'x' }} search={{ dimension: 'town', mebmer: 'Ealing' }} />`,
  `<Link to="/actions" search={{ nwe: 'x' }} />`,
  `<Link to="/plan" search={{ delivery: 'lat' }} />`,
  `<Link to="/methods" search={{ theme: 'access' }} />`,
  `<HereLink changes={{ audeince: 'protected' }}>on</HereLink>`,
  `linkOptions({ to: '/plan', search: { delivrey: 'late' } })`,
  `linkOptions({ to: '/plans' })`,
  `leadsTo({ kind: 'page', to: '/plans' })`,
  `leadsTo({ kind: 'page', to: '/kpis/$id' })`,
]

const fileOf = (words: string) => `import { Link, linkOptions } from '@tanstack/react-router'
import type { Destination } from '../features/find/jump-entries.ts'
import { HereLink } from '../ui/HereLink.tsx'
const leadsTo = (destination: Destination) => destination
export const planted = [Link, linkOptions, HereLink, leadsTo, ${words}]
`

const filesOf = (kind: string, links: readonly string[]) =>
  links.map((words, row) => ({ path: `src/app/${kind}-link-${row}.tsx`, text: fileOf(words) }))

export const rightLinks = filesOf('right', right)
export const wrongLinks = filesOf('wrong', wrong)
