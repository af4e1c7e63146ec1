import { borough, type KpiDefinition } from '../measures/measure.ts'
import type { Dimension } from './holdings.ts'

/** What a measure is among those that are read with it, where that decides what may be said of them. */
export type TogetherRole = 'list' | 'longest-waits' | 'completed-wait' | 'extra-work' | 'other'

export interface TogetherPart {
  kpi: string
  role: TogetherRole
  dimension: string
  member: string
  /** the words of the member; null for the whole */
  label: string | null
}

export interface TogetherKpi extends Pick<KpiDefinition, 'id' | 'unit' | 'aggregation'> {
  dimensions: readonly Pick<Dimension, 'id' | 'members'>[]
}

type NamedPart = readonly [kpi: string, role: TogetherRole, work?: RegExp]

const surge: NamedPart = ['surge-completions', 'extra-work']
/** A surge moves from one list to another: beside a list stands what was done of its own kind of work. */
const surgeOn = (work: RegExp): NamedPart => ['surge-completions', 'extra-work', work]
const workTypes = 'work-type'
const trustedAssessors: NamedPart = ['trusted-assessor-completions', 'extra-work']

/** What belongs together in the dictionary and bears no common ending. */
const namedGroups: readonly { of: readonly string[]; parts: readonly NamedPart[] }[] = [
  {
    of: ['sg-concerns', 'sg-conversion', 'sg-s42-started', 'sg-open-90'],
    parts: [
      ['sg-concerns', 'other'],
      ['sg-conversion', 'other'],
      ['sg-s42-started', 'other'],
      ['sg-open-90', 'other'],
    ],
  },
  {
    of: ['awaiting-allocation', 'unallocated-high', 'allocate-median'],
    parts: [
      ['awaiting-allocation', 'list'],
      ['unallocated-high', 'other'],
      ['allocate-median', 'completed-wait'],
    ],
  },
  {
    of: ['dp-clients', 'dp-starts', 'dp-ends'],
    parts: [
      ['dp-clients', 'other'],
      ['dp-starts', 'other'],
      ['dp-ends', 'other'],
    ],
  },
  { of: ['reviews-overdue'], parts: [['reviews-overdue', 'list'], surgeOn(/^reviews?\b/i)] },
  {
    of: ['surge-completions'],
    parts: [surge, ['ot-waiting', 'list'], ['care-act-waiting', 'list'], ['reviews-overdue', 'list']],
  },
  { of: ['trusted-assessor-completions'], parts: [trustedAssessors, ['ot-waiting', 'list']] },
]

/** What was put into a pathway of the dictionary beside its usual work. */
const extraWork: Readonly<Record<string, readonly NamedPart[]>> = {
  ot: [trustedAssessors, surgeOn(/\bot\b|occupational therapy/i)],
  'care-act': [surgeOn(/care act/i)],
}

/** The endings that the dictionary gives every pathway; nearest to a completed wait first. */
const listEnding = /-(waiting|backlog)$/
const throughEndings = [/-wait-median$/, /-wait-p90$/, /-within-\d+$/]

/** A member of the bands of waiting that has no end; several, or none, cannot be told apart by their words. */
const openEnded = /^(over|more than|longer than) |\+$| (or|and) (more|over|longer)$/i
const waitBands = 'wait-band'

/**
 * The measures that are read with one, this one among them, in the order in which they are to be read; none where
 * nothing is held that belongs to it.
 *
 * Two rules, by id alone: groups of the dictionary by name, and every pathway by the endings that the dictionary
 * gives it (`-waiting`, `-wait-median` …), which hold for a council's own pathways too: list, longest of its waits,
 * completed wait, the measure itself, and extra work. A measure whose kind does not fit its ending is not taken,
 * and one that this edition does not hold is left out. Decision 0018.
 *
 * @example 'ot-wait-median' → ot-waiting, its members over 26 weeks, ot-wait-median, work of trusted assessors
 */
export function readTogether(kpis: readonly TogetherKpi[], id: string): TogetherPart[] {
  const group = namedGroups.find(({ of }) => of.includes(id))
  const parts = group ? group.parts.flatMap((part) => wholeOf(kpis, part)) : pathwayOf(kpis, id)
  return parts.some(({ kpi }) => kpi === id) && parts.length > 1 ? parts : []
}

/**
 * Whether a measure is a completed wait whose list is not held: by itself it cannot say whether waits get shorter.
 * @example 'carers-wait-median' without a measure 'carers-waiting' → true
 */
export function lacksItsList(kpis: readonly TogetherKpi[], id: string): boolean {
  const own = kpis.find((kpi) => kpi.id === id)
  const stem = own && isWait(own) ? stemOf(id) : null
  return stem !== null && listOf(kpis, stem) === undefined
}

function pathwayOf(kpis: readonly TogetherKpi[], id: string): TogetherPart[] {
  const stem = stemOf(id)
  if (stem === null) return []
  const list = listOf(kpis, stem)
  const through = throughOf(kpis, stem)
  const own = kpis.find((kpi) => kpi.id === id)
  const nearest = through[0]
  return [
    ...(list ? [part(list.id, 'list'), ...longestWaitsOf(list)] : []),
    ...(nearest ? [part(nearest.id, isMedian(nearest) ? 'completed-wait' : 'other')] : []),
    ...(own && own !== list && own !== nearest ? [part(id, 'other')] : []),
    ...(extraWork[stem] ?? []).flatMap((one) => wholeOf(kpis, one)),
  ]
}

function stemOf(id: string): string | null {
  const ending = [listEnding, ...throughEndings].find((one) => one.test(id))
  return ending ? id.replace(ending, '') : null
}

function listOf(kpis: readonly TogetherKpi[], stem: string): TogetherKpi | undefined {
  return kpis.find(
    ({ id, aggregation, unit }) =>
      listEnding.test(id) && stemOf(id) === stem && aggregation === 'P' && unit === 'count',
  )
}

function throughOf(kpis: readonly TogetherKpi[], stem: string): TogetherKpi[] {
  return throughEndings.flatMap((ending) =>
    kpis.filter(
      (kpi) =>
        ending.test(kpi.id) &&
        stemOf(kpi.id) === stem &&
        (isWait(kpi) || (kpi.aggregation === 'W' && kpi.unit === 'percent')),
    ),
  )
}

function isWait({ aggregation, unit }: Pick<TogetherKpi, 'aggregation' | 'unit'>): boolean {
  return aggregation === 'M' && (unit === 'days' || unit === 'working-days')
}

/** The middle of the completed waits, and not their tail. */
function isMedian(kpi: TogetherKpi): boolean {
  return isWait(kpi) && kpi.id.endsWith('-wait-median')
}

function longestWaitsOf({ id, dimensions }: TogetherKpi): TogetherPart[] {
  return onlyMember(dimensions, waitBands, openEnded).map((member) => ({
    ...member,
    kpi: id,
    role: 'longest-waits',
  }))
}

/** The part of a measure that is of one kind of work where such a part is held, else all of it. */
function wholeOf(kpis: readonly TogetherKpi[], [id, role, work]: NamedPart): TogetherPart[] {
  const held = kpis.find((kpi) => kpi.id === id)
  if (!held) return []
  const [own] = work ? onlyMember(held.dimensions, workTypes, work) : []
  return [own ? { ...own, kpi: id, role } : part(id, role)]
}

/** The one member of a dimension whose words fit; none where several do. */
function onlyMember(
  dimensions: TogetherKpi['dimensions'],
  dimension: string,
  words: RegExp,
): Pick<TogetherPart, 'dimension' | 'member' | 'label'>[] {
  const members = dimensions.find(({ id }) => id === dimension)?.members ?? []
  const [found, another] = members.filter(({ label }) => words.test(label))
  return found && !another ? [{ dimension, member: found.id, label: found.label }] : []
}

function part(kpi: string, role: TogetherRole): TogetherPart {
  return { kpi, role, ...borough, label: null }
}
