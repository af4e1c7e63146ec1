import { type Action, isOverdueAction, isUnsettled } from '../../domain/actions/action.ts'
import { compareBesideAction } from '../../domain/actions/measure-beside.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { countOf } from '../../domain/measures/format.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { Milestone } from '../../domain/plans/plan.ts'
import { actionMarks, overdueActionMark } from '../../ui/action-marks.ts'
import { type HistoryLine, historyLines } from './action-history.ts'
import { writeBeside } from './beside-words.ts'
import { type NewestLog, writeRelease } from './release-words.ts'

/** An action as the list, the cards and the file show it. */
export interface ActionRow {
  id: string
  action: Action
  /** '12 Sep 2025' */
  raised: string
  due: string
  closed: string | null
  mark: (typeof actionMarks)[Action['status']]
  /** its state where the mark says that it is overdue */
  state: string | null
  isOverdue: boolean
  isUnsettled: boolean
  /** 'Carried over twice'; null where it never was */
  carried: string | null
  measure: { id: string; name: string } | null
  milestone: { id: string; title: string } | null
  /** the measure before and after; null where there is none, or none of one series */
  beside: string | null
  history: HistoryLine[]
  /** for officers: what others may read of it; null where that is nothing, and for the panel */
  released: string | null
}

/** A measure's whole series, where one was read. */
export interface BesideSeries {
  category: unknown
  series: { points: readonly Pick<SeriesPoint, 'period' | 'value'>[] }
}

export interface ActionRowsInput {
  actions: readonly Action[]
  asOf: string
  audience: 'exact' | 'protected'
  timezone: string
  kpis: readonly DescribedKpi[]
  milestones: readonly Pick<Milestone, 'id' | 'title' | 'kpi'>[]
  /** by measure; null while they are not known */
  series: ReadonlyMap<string, BesideSeries> | null
  /** the log of the newest edition, beside which that of today is read; null beside an edition's own */
  newest?: NewestLog | null
}

/** Every action as of a day: what still asks for something first, the earliest due before others. */
export function buildActionRows(input: ActionRowsInput): ActionRow[] {
  const { actions, asOf, timezone, audience, newest = null } = input
  const links = nameLinks(input)
  return actions
    .map((action): ActionRow => {
      const isOverdue = isOverdueAction(action, asOf)
      const own = actionMarks[action.status]
      const { measure, milestone } = links(action.link)
      return {
        id: action.id,
        action,
        raised: formatDate(action.raised),
        due: formatDate(action.due),
        closed: action.closed === null ? null : formatDate(action.closed),
        mark: isOverdue ? overdueActionMark : own,
        state: isOverdue ? own.word : null,
        isOverdue,
        isUnsettled: isUnsettled(action),
        carried: carriedWords(action.carried),
        measure: measure && { id: measure.id, name: measure.name },
        milestone: milestone && { id: milestone.id, title: milestone.title },
        beside: measure && besideWords(action, measure, input),
        history: historyLines(action, timezone, (id) => {
          const named = links(id)
          return named.milestone?.title ?? named.measure?.name ?? id
        }),
        released: audience === 'exact' ? writeRelease(action, newest) : null,
      }
    })
    .sort(inOrder)
}

/** What a link names: a measure, or a milestone and the measure that it is to move. */
function nameLinks({ kpis, milestones }: ActionRowsInput) {
  const measures = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const promises = new Map(milestones.map((milestone) => [milestone.id, milestone]))
  return (link: string | null) => {
    const milestone = (link !== null && promises.get(link)) || null
    const kpi = milestone ? milestone.kpi : link
    return { milestone, measure: (kpi !== null && measures.get(kpi)) || null }
  }
}

function besideWords(
  action: Action,
  measure: DescribedKpi,
  { series, audience }: ActionRowsInput,
): string | null {
  const own = series?.get(measure.id)
  if (!own || own.category !== null) return null
  return writeBeside(compareBesideAction(action, own.series.points, measure), measure, audience)
}

/** 1 → 'Carried over once'; 3 → 'Carried over 3 times' */
function carriedWords(times: number): string | null {
  if (times === 0) return null
  return `Carried over ${times === 1 ? 'once' : times === 2 ? 'twice' : countOf(times, 'time')}`
}

function inOrder(a: ActionRow, b: ActionRow): number {
  if (a.isUnsettled !== b.isUnsettled) return a.isUnsettled ? -1 : 1
  if (a.isUnsettled) return compareTexts(a.action.due, b.action.due) || compareTexts(a.id, b.id)
  // the last to be settled first
  return compareTexts(b.action.closed ?? '', a.action.closed ?? '') || compareTexts(a.id, b.id)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
