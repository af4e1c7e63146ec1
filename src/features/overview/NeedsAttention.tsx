import { Link } from '@tanstack/react-router'
import { numberInWords } from '../../domain/measures/format.ts'
import type { AttentionKind } from '../../domain/scorecard/attention.ts'
import { IconWord, type Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import type { AnalysisState } from './headline.ts'
import styles from './NeedsAttention.module.css'
import type { Signal } from './overview-search.ts'
import { isWorthALook, needsAttention, type RowModel } from './scorecard-model.ts'

/** More than these are read as a list in the scorecard, not as a call. */
const shownAtMost = 7

export interface NeedsAttentionProps {
  rows: readonly RowModel[]
  analysis: AnalysisState
}

/** The measures that need attention, weightiest first, each with its reasons. */
export function NeedsAttention({ rows, analysis }: NeedsAttentionProps) {
  const ranked = rows
    .filter(needsAttention)
    .sort((a, b) => (a.attention?.rank ?? 0) - (b.attention?.rank ?? 0))
  const looks = rows.filter(isWorthALook).length
  return (
    <section className={`section ${styles.attention}`} aria-labelledby="attention">
      <div className="section-head">
        <h2 className="heading-2" id="attention">
          What needs attention
        </h2>
        <p>{ranked.length > 0 && introduce(ranked.length)}</p>
        <p className={`screen-only ${styles.way}`}>
          <Link to="/methods" hash="signals">
            How is this worked out?
          </Link>
        </p>
        {(ranked.length > shownAtMost || looks > 0) && (
          <p className="end screen-only">
            {ranked.length > shownAtMost && (
              <InScorecard signal="attention">{`See all ${ranked.length} that need attention`}</InScorecard>
            )}
            {ranked.length > shownAtMost && looks > 0 && ', '}
            {looks > 0 && (
              <InScorecard signal="look">{`${ranked.length > shownAtMost ? 'and' : 'See'} ${looks} worth a look`}</InScorecard>
            )}
          </p>
        )}
      </div>
      {analysis !== 'ready' && <p className={styles.note}>{analysisNotes[analysis]}</p>}
      {ranked.length === 0 && analysis === 'ready' && (
        <p className={styles.note}>
          Nothing here: no figure is overdue, none shows evidence of getting worse, and none is far behind its
          plan with its target not likely to be kept.
        </p>
      )}
      <ol className={styles.list}>
        {ranked.slice(0, shownAtMost).map((row) => (
          <AttentionItem key={row.id} row={row} />
        ))}
      </ol>
    </section>
  )
}

/** 'the strongest evidence first'; 'the first seven of 11, the strongest evidence first' */
function introduce(count: number): string {
  const order = 'the strongest evidence first'
  return count > shownAtMost ? `the first ${numberInWords(shownAtMost)} of ${count}, ${order}` : order
}

function InScorecard({ signal, children }: { signal: Signal; children: string }) {
  return (
    <Link to="." search={{ signal, sort: 'attention' }} hash="scorecard">
      {children}
    </Link>
  )
}

const analysisNotes = {
  pending: 'Whether anything has really changed is being worked out. Meanwhile, what the figures alone say:',
  failed: 'Whether anything has really changed could not be worked out. What the figures alone say:',
}

/** Leads that the variation of the measure does not show. */
const leadMarks: Partial<Record<AttentionKind, { icon: IconName; tone: Tone; text: string }>> = {
  'far-behind': { icon: 'off-plan', tone: 'ink', text: 'Far behind plan' },
  overdue: { icon: 'overdue', tone: 'late', text: 'Overdue' },
  doubted: { icon: 'not-judged', tone: 'ink', text: 'To confirm' },
  missing: { icon: 'missing', tone: 'ink', text: 'Missing' },
}

function AttentionItem({ row }: { row: RowModel }) {
  const { lead, sentences } = row.attention ?? { sentences: [] }
  const mark = (lead && leadMarks[lead]) ?? row.variation
  return (
    <li>
      <span className={styles.lead}>
        <IconWord icon={mark.icon} tone={mark.tone}>
          {mark.text}
        </IconWord>
      </span>
      <span className={styles.measure}>
        <MeasureLink id={row.id}>{row.name}</MeasureLink>{' '}
        <span className={styles.figure}>
          {row.figureInWords}
          {row.figure.status === 'provisional' && ' (provisional)'}
        </span>
      </span>
      <span className={styles.reasons}>{sentences.join(' ')}</span>
      <Link className={`${styles.briefing} screen-only`} to="/briefing/$id" params={{ id: row.id }}>
        Briefing<span className="visually-hidden">: {row.name}</span>
      </Link>
    </li>
  )
}
