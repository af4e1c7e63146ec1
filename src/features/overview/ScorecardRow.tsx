import { memo } from 'react'
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx'
import { IconWord, type Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { Said } from '../../ui/Said.tsx'
import styles from './Scorecard.module.css'
import { needsLooking } from './scorecard-filter.ts'
import type { FigureStatus, RowModel } from './scorecard-model.ts'
import { standingMarks } from './standing-marks.ts'

export interface ScorecardRowProps {
  row: RowModel
  /** whether the reader has opened its theme, where themes fold */
  isOpened: boolean
}

/** Left to right: what, how much, since when, what shape, is it real, is it enough, where we said, what is promised, can I trust it. */
export const ScorecardRow = memo(function ScorecardRow({ row, isOpened }: ScorecardRowProps) {
  return (
    <tr className={rowClass(row, isOpened)} role="row">
      <th scope="row" role="rowheader" className={styles.name}>
        <MeasureLink id={row.id}>{row.name}</MeasureLink> <Sub>{row.unit}</Sub>
      </th>
      <td role="cell" className={styles.latest}>
        <span className={styles.value}>{row.value.text}</span>
        <Sub>{row.observedAt}</Sub>
      </td>
      <td role="cell" className={styles.change} data-label="On month">
        <Said shown={row.onPeriod.text} said={row.onPeriod.words} />
        <Sub>{row.onPeriod.sub}</Sub>
      </td>
      <td role="cell" className={styles.change} data-label="On year">
        <Said shown={row.onYear.text} said={row.onYear.words} />
      </td>
      <td role="cell" className={styles.spark}>
        <Sparkline model={row.sparkline()} />
        <span className="visually-hidden">{row.history}</span>
      </td>
      <td role="cell" data-label="Variation">
        <VariationCell variation={row.variation} />
      </td>
      <td role="cell" data-label="Target">
        <TargetCell target={row.target} />
      </td>
      <td role="cell" data-label="Against plan">
        <PlanCell plan={row.plan} figure={row.figure} />
      </td>
      <td role="cell" data-label="Next or last milestone">
        <MilestoneCell milestone={row.milestone} />
      </td>
      <td
        role="cell"
        data-label="Figure"
        className={row.figure.status === 'final' ? styles.final : undefined}
      >
        <FigureCell figure={row.figure} />
      </td>
    </tr>
  )
})

/** Only what needs no look folds, and only until its theme was opened. */
function rowClass(row: RowModel, isOpened: boolean): string {
  const overdue = row.figure.status === 'overdue' ? styles.unknown : ''
  return `${styles.row} ${overdue} ${isOpened || needsLooking(row) ? '' : styles.calm}`
}

function Sub({ children }: { children: string | null }) {
  return children ? <span className={styles.sub}>{children}</span> : null
}

const claims: ReadonlySet<RowModel['variation']['verdict']> = new Set(['concern', 'improvement', 'changed'])

function VariationCell({ variation: { verdict, icon, tone, text, sub } }: Pick<RowModel, 'variation'>) {
  return (
    <IconWord icon={icon} tone={tone} size={18}>
      <span className={claims.has(verdict) ? styles.claim : styles.quiet}>{text}</span>
      <Sub>{sub}</Sub>
    </IconWord>
  )
}

/** Beside them no icon stands: what is not met today alone is no judgement. */
const targetIcons: Partial<Record<RowModel['target']['verdict'], IconName>> = {
  'reliably-met': 'target-reliable',
  'reliably-missed': 'target-unreachable',
  'by-chance': 'target-by-chance',
  'met-in-all': 'target-met',
  'missed-in-all': 'off-plan',
  'met-in-last': 'target-met',
  'missed-in-last': 'off-plan',
  'met-now': 'target-met',
  'missed-now': 'off-plan',
  met: 'target-met',
}

const targetTones: Partial<Record<RowModel['target']['verdict'], Tone>> = {
  'reliably-met': 'improvement',
  'reliably-missed': 'concern',
  'by-chance': 'data',
}

function TargetCell({ target: { verdict, text, sub } }: Pick<RowModel, 'target'>) {
  const icon = targetIcons[verdict]
  const words = (
    <>
      {verdict === 'none' ? <span className={styles.quiet}>{text}</span> : text}
      <Sub>{sub}</Sub>
    </>
  )
  return icon ? (
    <IconWord icon={icon} tone={targetTones[verdict] ?? 'ink'} size={16}>
      {words}
    </IconWord>
  ) : (
    words
  )
}

function PlanCell({ plan, figure }: Pick<RowModel, 'plan' | 'figure'>) {
  if (plan.standing === 'no-plan' && plan.gap === null)
    return <span className={styles.quiet}>{plan.text}</span>
  // the stopwatch is for what is late: a withheld or missing figure keeps its own mark
  const { icon, tone } =
    plan.standing === 'unknown' && figure.status !== 'final'
      ? figureMarks[figure.status]
      : standingMarks[plan.standing]
  return (
    <IconWord icon={icon} tone={tone} size={16}>
      {plan.text}
      <Sub>{plan.sub}</Sub>
    </IconWord>
  )
}

function MilestoneCell({ milestone }: Pick<RowModel, 'milestone'>) {
  if (!milestone) return <span className={styles.quiet}>None set</span>
  return (
    <span className={styles.milestone}>
      <IconWord icon={milestone.delivery} tone={milestone.delivery} size={18}>
        {milestone.title}, <Sub>{milestone.sub}</Sub>
      </IconWord>
    </span>
  )
}

const figureMarks: Record<Exclude<FigureStatus, 'final'>, { icon: IconName; tone: Tone }> = {
  provisional: { icon: 'provisional', tone: 'data' },
  overdue: { icon: 'overdue', tone: 'late' },
  missing: { icon: 'missing', tone: 'ink' },
  suppressed: { icon: 'suppressed', tone: 'data' },
}

function FigureCell({ figure }: Pick<RowModel, 'figure'>) {
  if (figure.status === 'final') return <span className={styles.quiet}>{figure.text}</span>
  const { icon, tone } = figureMarks[figure.status]
  return (
    <IconWord icon={icon} tone={tone} size={16}>
      {figure.text}
      <Sub>{figure.sub}</Sub>
    </IconWord>
  )
}
