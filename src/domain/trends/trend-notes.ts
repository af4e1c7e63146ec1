import { because } from '../analysis/coarser-words.ts'
import { needsProtection } from '../disclosure/protect.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Audience } from '../editions/publication.ts'
import { formatDate } from '../periods/labels.ts'
import type { AssembledTrend } from './assemble-trend.ts'
import type { TrendModel } from './trend.ts'

/** That the newest figure is overdue, in words; nothing where it is not. */
export function overdueNote({ kpi, asOf }: Pick<AssembledTrend, 'kpi' | 'asOf'>): string[] {
  if (!isOverdue(kpi, asOf) || kpi.due === null) return []
  return [`A newer figure was due on ${formatDate(kpi.due)} and is overdue: the measure counts as unknown.`]
}

/** What must be known to read the picture: provisional, missing, withheld, how limits are made. */
export function notesOfTrend(trend: AssembledTrend, model: TrendModel, audience: Audience): string[] {
  const { kpi, analysis } = trend
  const labels = (wanted: (point: TrendModel['points'][number]) => boolean) =>
    model.points.filter(wanted).map(({ label }) => label)
  // what is withheld is not drawn, hollow or otherwise
  const provisional = labels(({ provisional: isSo, value }) => isSo && value !== null)
  const missing = labels(({ availability }) => availability === 'missing')
  const withheld = labels(({ availability }) => availability === 'suppressed')
  return [
    ...overdueNote(trend),
    ...(provisional.length > 0 ? [`Provisional (hollow points): ${provisional.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`No figure (gap): ${missing.join(', ')}.`] : []),
    ...(withheld.length > 0
      ? [`Withheld because small numbers could identify someone: ${withheld.join(', ')}.`]
      : []),
    ...coarserNote(trend),
    ...(model.limits.length > 0
      ? [
          'Dashed grey lines are the range expected from ordinary variation; larger shapes stand out from chance.',
        ]
      : whyNoLimits(analysis)),
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

function coarserNote({ kpi, coarser }: AssembledTrend): string[] {
  return coarser?.analysis ? [`Judged ${because(kpi, coarser.span)}: a table of its own.`] : []
}

function whyNoLimits(analysis: AssembledTrend['analysis']): string[] {
  // of one that is overdue the first note says it, with the day
  if (analysis?.notJudged?.because === 'overdue') return []
  const why = analysis?.byMethod ?? analysis?.notJudged
  return why ? [why.reason] : []
}
