import { borough } from '../measures/measure.ts'
import { formatPeriod } from '../periods/labels.ts'
import { type DisclosurePolicy, proposedPolicy } from './policy.ts'
import type { FigurePlace, OwnRule, Withholding } from './withholding.ts'

/** What places are called: null for a place left blank, whose measure is not the reader's. */
export interface PlaceNames {
  measure: (kpi: string) => string | null
  member: (place: FigurePlace) => string
}

const elsewhere = 'a figure of another service’s measure'
/** More than these are counted: “and 3 other figures”. */
const mostNamed = 3

/**
 * Why the panel does not see a figure, or counts that go with it; the same words on every page and in every report of
 * officers. Nothing that the public reads is made from them.
 *
 * @example of Southall → 'Withheld: it could be worked out from Hanwell and the borough.'
 */
export function withholdingInWords(one: Withholding, names: PlaceNames): string {
  const what = one.hides === 'figure' ? 'Withheld' : 'Counts behind it left out'
  return `${what}: ${reasonOf(one, names)}.`
}

function reasonOf(one: Withholding, names: PlaceNames): string {
  if (one.rule === 'earlier') return 'an earlier edition left them out of the same figure'
  if (one.rule !== 'others') return one.hides === 'counts' ? 'one of them is 1 to 4' : ruleInWords(one.rule)
  if (one.against === null) return 'it could be worked out from other published figures, or they from it'
  const { protects, from } = one.against
  const others = from.filter((place) => !isSame(place, one) && !isSame(place, protects))
  const isNamed = names.measure(protects.kpi) !== null
  const besideIt =
    isNamed && from.some((place) => isSame(place, protects)) ? ['the other numbers published with it'] : []
  const sources = listed([...namesOf(others, one, names), ...besideIt])
  const worked = `could be worked out${sources === null ? '' : ` from ${sources}`}`
  if (isSame(protects, one)) return `${one.hides === 'figure' ? 'it' : 'a number behind it'} ${worked}`
  return `with ${one.hides === 'figure' ? 'it' : 'them'}, ${nameOf(protects, one, names) ?? elsewhere} ${worked}`
}

/** What a rule says of a figure by itself. */
export function ruleInWords(rule: OwnRule, policy: DisclosurePolicy = proposedPolicy): string {
  switch (rule) {
    case 'small-count':
      return `it is a count of 1 to ${policy.smallCount}`
    case 'small-whole':
      return `the whole that it is part of is 1 to ${policy.smallCount}, or too few for its median`
    case 'small-share':
      return `the count that it is made from, or what is left over, is 1 to ${policy.smallCount}`
    case 'small-base':
      return `it is a share of fewer than ${policy.leastDenominator}`
    case 'none-or-all':
      return 'it is none or all of a group'
    case 'few-for-median':
      return `it rests on fewer than ${policy.leastForMedian} cases`
    case 'few-for-percentile':
      return `it rests on fewer than ${policy.leastForTail} cases`
    case 'no-counts':
      return 'the counts behind it are not known, so nobody can tell whether it is safe'
  }
}

/** Of a load: what a rule withholds, without naming a figure. */
export function ruleOfManyInWords({ rule, hides }: Pick<Withholding, 'rule' | 'hides'>): string {
  return reasonOf({ ...nowhere, rule, hides, against: null }, noNames)
}

const nowhere: FigurePlace = { kpi: '', dimension: '', member: '', period: '' }
const noNames: PlaceNames = { measure: () => null, member: () => '' }

function namesOf(places: readonly FigurePlace[], subject: Withholding, names: PlaceNames): string[] {
  return [...new Set(places.map((place) => nameOf(place, subject, names) ?? elsewhere))]
}

/** Names in a row; null where there are none. */
function listed(all: readonly string[]): string | null {
  if (all.length === 0) return null
  const more = all.length - mostNamed
  const shown = more > 1 ? [...all.slice(0, mostNamed), `${more} other figures`] : all
  return shown.length === 1 ? (shown[0] ?? null) : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** A figure beside another: its member, with measure and period where these differ. */
function nameOf(place: FigurePlace, subject: Withholding, names: PlaceNames): string | null {
  const measure = names.measure(place.kpi)
  if (measure === null) return null
  const member = place.dimension === borough.dimension ? 'the borough' : names.member(place)
  const ofMeasure = place.kpi === subject.kpi ? member : `“${measure}” for ${member}`
  return place.period === subject.period ? ofMeasure : `${ofMeasure} in ${formatPeriod(place.period)}`
}

function isSame(one: FigurePlace, other: FigurePlace): boolean {
  return (
    one.kpi === other.kpi &&
    one.dimension === other.dimension &&
    one.member === other.member &&
    one.period === other.period
  )
}
