/** One fault of an API: where it is, what is wrong there and what would put it right. */
export interface Finding {
  /** the resource, as contract.md names it: `/series` */
  resource: string
  /** the address that was asked, with its parameters */
  address: string
  /** the place inside the reply: `series[0].points[3].value`, `header ETag`; empty for the whole reply */
  path: string
  message: string
  remedy: string
}

/** `not-run`: what it rests on could not be read, and another check says why. */
export type Outcome = 'passed' | 'failed' | 'not-run'

export interface CheckResult {
  name: string
  outcome: Outcome
  findings: Finding[]
}

/** More of the same kind is counted, not listed: twenty thousand lines help nobody. */
export const findingsShown = 10

/**
 * A finding as one line: `resource path message → remedy`.
 * @example '/series series[0].points: 2025-03 comes after 2025-04 → Send points in period order. (/series?kpi=ot-waiting)'
 */
export function describeFinding({ resource, address, path, message, remedy }: Finding): string {
  const place = path ? `${resource} ${path}` : resource
  const asked = address === resource ? '' : ` (asked: ${address})`
  return `${place}: ${message} → ${remedy}${asked}`
}

/** A value as it may stand in a message: as JSON, cut where it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
