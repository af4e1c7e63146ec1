import type { TogetherPart, TogetherRole } from '../../editions/read-together.ts'

/** What must be known to read these measures together; nothing where their names say it. */
export function adviceFor(parts: readonly Pick<TogetherPart, 'kpi' | 'role'>[]): string[] {
  const has = (role: TogetherRole) => parts.some((part) => part.role === role)
  const holds = (kpi: string) => parts.some((part) => part.kpi === kpi)
  return [
    ...(has('list') && has('completed-wait') ? [completedWait] : []),
    ...(has('extra-work') ? [extraWork] : []),
    ...(holds('sg-concerns') ? [concerns] : []),
    ...(holds('dp-starts') && holds('dp-ends') ? [startsAndEnds] : []),
  ]
}

const completedWait =
  'A completed wait counts only those whose wait has ended. It can rise while the list gets shorter, when those who waited longest are started first; so it is read with the list.'
const extraWork =
  'Work done by extra teams or trusted assessors is what was put in. By itself it is no success: what counts is what the list does.'
const concerns =
  'More concerns may mean better awareness. A smaller share leading to an enquiry may mean more concerns of other kinds, or a higher bar. What stays open beyond 90 days shows whether what was begun is being finished.'
const startsAndEnds =
  'The number rises only when more payments start than end; late records can make the three differ a little.'

export const withoutItsList =
  'This edition holds no list of those who still wait here. A completed wait counts only those whose wait has ended, and rises when those who waited longest are started first: by itself it cannot say whether waits are getting shorter.'
