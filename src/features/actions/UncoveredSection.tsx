import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { signalsQuery } from '../../api/analysis.ts'
import type { PinnedView } from '../../api/view.ts'
import type { Action } from '../../domain/actions/action.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { countOf } from '../../domain/measures/format.ts'
import type { Milestone } from '../../domain/plans/plan.ts'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import styles from './ActionsPage.module.css'
import { findUncovered, writeAllCovered } from './uncovered-signals.ts'

export interface UncoveredSectionProps {
  view: PinnedView
  actions: readonly Action[]
  milestones: readonly Pick<Milestone, 'id' | 'kpi'>[]
  kpis: readonly DescribedKpi[]
  isToday: boolean
  /** for those who may record an action */
  onRecord: ((kpi: string) => void) | undefined
}

/** Recent changes that nobody has been asked about. */
export function UncoveredSection({ view, isToday, ...props }: UncoveredSectionProps) {
  const signals = useQuery(signalsQuery(view))
  const isExact = view.audience === 'exact'
  return (
    <section className="section" aria-labelledby="uncovered">
      <div className="section-head">
        <h2 className="heading-2" id="uncovered">
          {isExact ? 'Recent changes with no open action' : 'Recent changes with no published action'}
        </h2>
        <p>
          Figures of edition {view.edition}; actions{' '}
          {isToday ? (isExact ? 'of today' : 'of the newest edition') : 'as they were then'}
        </p>
      </div>
      <QueryPanel query={signals} what="recent changes" height="12rem">
        {(family) => <Uncovered {...props} signals={family.signals} />}
      </QueryPanel>
    </section>
  )
}

type UncoveredProps = Pick<UncoveredSectionProps, 'actions' | 'milestones' | 'kpis' | 'onRecord'> & {
  signals: Parameters<typeof findUncovered>[0]
}

function Uncovered({ signals, actions, milestones, kpis, onRecord }: UncoveredProps) {
  // of another service an officer reads no action that is not released, and cannot tell that there is none
  const others = new Set(kpis.filter((kpi) => kpi.audience).map(({ id }) => id))
  const own = signals.filter(({ kpi }) => !others.has(kpi))
  const measures = findUncovered(own, actions, milestones, kpis)
  if (measures.length === 0) {
    return <p className="muted">{writeAllCovered(own)}</p>
  }
  return (
    <>
      <p className={styles.uncoveredCount}>
        {countOf(measures.length, 'measure')} with a recent change that is no improvement, the strongest
        first.{' '}
        <Link to="/emerging" className="screen-only">
          See all emerging issues
        </Link>
      </p>
      <ul className={styles.uncovered}>
        {measures.map(({ kpi, name, sentence, series }) => (
          <li key={kpi}>
            <MeasureLink id={kpi}>{name}</MeasureLink>
            <p>
              {sentence}
              {series > 1 && ` And in ${countOf(series - 1, 'more of its series', 'more of its series')}.`}
            </p>
            {onRecord && (
              <button type="button" className="link-button" onClick={() => onRecord(kpi)}>
                Record an action about this
                <span className="visually-hidden">: {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
