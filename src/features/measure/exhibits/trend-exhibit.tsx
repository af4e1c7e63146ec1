import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TrendPicture } from '../../../charts/trend/TrendPicture.tsx'
import { needsProtection } from '../../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { isOverdue } from '../../../domain/editions/holdings.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { askQuestions, type QuestionState } from '../../../domain/findings/ask-questions.ts'
import { figureAt } from '../../../domain/findings/figure-words.ts'
import { isSnapshot } from '../../../domain/measures/measure.ts'
import { monthOf } from '../../../domain/periods/calendar.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import { judgeMilestone } from '../../../domain/plans/judge-milestone.ts'
import { stateFacts } from '../../../domain/trends/facts/kpi-facts.ts'
import { judgePosition } from '../../../domain/trends/facts/plan-verdict.ts'
import { chooseTrendFacts } from '../../../domain/trends/facts/trend-facts.ts'
import { buildLane } from '../../../domain/trends/lane.ts'
import { buildPoints, latestPresent, type TrendPoint, yardsticksOf } from '../../../domain/trends/points.ts'
import { buildTrend, heldSpan, type TrendLayer, type TrendModel } from '../../../domain/trends/trend.ts'
import { trendTables } from '../../../domain/trends/trend-tables.ts'
import { sourceNote, standfirst, subjectOf } from '../../../domain/trends/trend-words.ts'
import type { KpiSearch } from '../measure-search.ts'
import { readTrend, type TrendReadings } from './read-trend.ts'

export interface TrendExhibitInput {
  kpi: string
  search: KpiSearch
  /** drawn in the picture: of the address, so that a link gives the same picture to everybody */
  layers: readonly TrendLayer[]
  /** the page's own address without edition and audience */
  address: string
}

/**
 * One trend with all that it needs to leave the building.
 * @throws Error with words for the reader where there is nothing that could be shown
 */
export async function loadTrendExhibit(
  { kpi: kpiId, search, layers, address }: TrendExhibitInput,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience, organisation } = origin
  const asOf = edition.dataAsAt
  const read = await readTrend({ edition: edition.number, audience }, kpiId, search, asOf, queries)
  const { kpi, series, isWhole, plan, analysis } = read
  const change = read.changes.find(({ id }) => id === search.change) ?? null
  const model = buildTrend({ ...read, change, asOf, search, layers })
  const held = heldSpan(series)
  if (!model || !held) throw new Error(`${kpi.name} has no figures in this range.`)
  const points = buildPoints(kpi, series, held, yardsticksOf(read))
  const subject = subjectOf(kpi, read.breakdown)
  const milestones = isWhole ? buildLane(plan.milestones, kpi.id, asOf) : []
  const { finding } = stateFacts({ kpi, subject, points, isWhole, plan, milestones, analysis, asOf })
  const place = isWhole ? organisation.name : (read.breakdown.drawn?.label ?? '')
  const source = sourceNote(kpi, edition, organisation)
  return {
    origin,
    finding,
    subtitle: `${subject}. ${standfirst(kpi, place, model, audience)}`,
    sentence: [`${finding}${latestInWords(read, points)}.`, ...overdueNote(kpi, asOf), source].join(' '),
    altText: `${finding}. ${model.summary}`,
    facts: chooseTrendFacts({ kpi, isWhole, points, plan, analysis, asOf }),
    notes: [...overdueNote(kpi, asOf), ...notesOf(read, model, origin)],
    questions: questionsOf(read, points, origin),
    source: kpi.source,
    tables: trendTables(kpi, model),
    picture: (size) => <TrendPicture model={model} size={size} />,
    fileStem: [
      points.at(-1)?.period,
      kpi.id,
      ...(isWhole ? [] : [read.breakdown.drawn?.dimension, read.breakdown.drawn?.label]),
    ]
      .filter(Boolean)
      .join('_'),
    address,
  }
}

/** The figure behind the finding, where the finding does not hold it. */
function latestInWords({ kpi }: TrendReadings, points: Parameters<typeof latestPresent>[0]): string {
  const latest = latestPresent(points)
  if (!latest) return ''
  const status = latest.provisional ? ', provisional' : ''
  const which = latest.period === points.at(-1)?.period ? '' : 'the last figure held: '
  return ` (${which}${figureAt(kpi, latest.value, latest.period, isSnapshot(kpi.aggregation))}${status})`
}

function questionsOf(
  { kpi, isWhole, plan, analysis }: TrendReadings,
  points: readonly TrendPoint[],
  { edition }: ExhibitOrigin,
): string[] {
  const asOf = edition.dataAsAt
  const last = points.at(-1)
  const position = judgePosition({ kpi, isWhole, plan, asOf }, last)
  const isBehind = position.kind === 'position' && position.standing === 'worse'
  const ended = plan.interventions
    .filter((one) => one.kpi === kpi.id && one.kind === 'band' && one.end !== null && one.end <= asOf)
    .toSorted((a, b) => (a.end ?? '').localeCompare(b.end ?? ''))
    .at(-1)
  const withoutEffect = new Set(
    (plan.impacts ?? []).flatMap(({ milestone, state }) =>
      state === 'done-no-effect-yet' ? [milestone] : [],
    ),
  )
  return askQuestions({
    measure: kpi,
    analysis,
    isOverdue: isOverdue(kpi, asOf),
    latest: latestState(last),
    hasTarget: !isWhole || kpi.targets.length > 0,
    monthsBehind: isBehind ? Math.max(1, -(position.monthsAhead ?? -1)) : null,
    endedEffort: ended?.end ? { title: ended.title, month: monthOf(ended.end) } : null,
    milestones: (isWhole ? plan.milestones : [])
      .filter((milestone) => milestone.kpi === kpi.id)
      .map((milestone) => ({
        title: milestone.title,
        delivery: judgeMilestone(milestone, asOf).delivery,
        hasNoEffect: withoutEffect.has(milestone.id),
      })),
  })
}

function latestState(last: TrendPoint | undefined): QuestionState['latest'] {
  if (!last || last.availability === 'missing') return 'missing'
  if (last.availability === 'suppressed') return 'withheld'
  return last.provisional ? 'provisional' : 'present'
}

function overdueNote(kpi: DescribedKpi, asOf: string): string[] {
  if (!isOverdue(kpi, asOf) || kpi.due === null) return []
  return [`A newer figure was due on ${formatDate(kpi.due)} and is overdue: the measure counts as unknown.`]
}

function notesOf({ kpi, analysis }: TrendReadings, model: TrendModel, { audience }: ExhibitOrigin): string[] {
  const labels = (wanted: (point: TrendModel['points'][number]) => boolean) =>
    model.points.filter(wanted).map(({ label }) => label)
  // what is withheld is not drawn, hollow or otherwise
  const provisional = labels(({ provisional: isSo, value }) => isSo && value !== null)
  const missing = labels(({ availability }) => availability === 'missing')
  const withheld = labels(({ availability }) => availability === 'suppressed')
  return [
    ...(provisional.length > 0 ? [`Provisional (hollow points): ${provisional.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`No figure (gap): ${missing.join(', ')}.`] : []),
    ...(withheld.length > 0
      ? [`Withheld because small numbers could identify someone: ${withheld.join(', ')}.`]
      : []),
    ...(model.limits.length > 0
      ? [
          'Dashed grey lines are the range expected from ordinary variation; larger shapes stand out from chance.',
        ]
      : analysis?.notJudged
        ? [analysis.notJudged.reason]
        : []),
    ...model.rules
      .filter(({ kind }) => kind === 'definition-break')
      .map(({ reason }) => `The definition changed: ${reason}.`),
    ...(model.planned.length > 0 && model.approvedBy ? [`Plan approved by ${model.approvedBy}.`] : []),
    ...(audience === 'protected' && needsProtection(kpi)
      ? ['Counts are rounded and small numbers withheld.']
      : []),
    ...model.offScale.map((words) => `${words}.`),
    ...(model.axis.startsAtZero ? [] : ['The axis does not start at zero.']),
  ]
}
