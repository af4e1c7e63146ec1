import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { signalsQuery } from '../../api/analysis.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { sessionQuery } from '../../api/session.ts'
import type { PinnedView } from '../../api/view.ts'
import type { TestedFamily } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import styles from './EmergingPage.module.css'
import { buildEmergingModel, type EmergingModel, isFiltered, type SignalGroup } from './emerging-model.ts'
import type { EmergingSearch } from './emerging-search.ts'
import { writeEmergingFinding, writeEmergingStandfirst } from './emerging-words.ts'
import { Filters } from './Filters.tsx'
import { HowTested } from './HowTested.tsx'
import { SignalList, type SignalListProps } from './SignalList.tsx'
import { ToConfirm } from './ToConfirm.tsx'

export interface EmergingPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: EmergingSearch
  onSearch: (changes: Partial<EmergingSearch>) => void
}

/** What should we be asking about that nobody has raised? */
export function EmergingPage(props: EmergingPageProps) {
  const { view, organisation } = props
  const signals = useQuery(signalsQuery(view))
  const kpis = useQuery(kpisQuery(view))
  useDocumentTitle('Emerging issues', organisation.service, organisation.name)
  return (
    <QueryPanel query={signals} what="emerging issues" height="100vh" heading="Emerging issues">
      {(family) => (
        <QueryPanel query={kpis} what="definitions" height="100vh" heading="Emerging issues">
          {(described) => (
            <Emerging
              {...props}
              family={family}
              bearable={family.bearableFalseAlarms}
              kpis={described.kpis}
            />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

interface EmergingProps extends EmergingPageProps {
  family: TestedFamily
  /** share of false alarms that is borne among the flags */
  bearable: number
  kpis: readonly DescribedKpi[]
}

function Emerging({ family, bearable, kpis, view, organisation, search, onSearch }: EmergingProps) {
  const { audience } = view
  const { exactOf } = organisation
  const session = useQuery(sessionQuery()).data
  const mayRecord = audience === 'exact' && session?.can.includes('write-actions') === true
  // the controls answer at once; the rows come a moment later, and a newer choice overtakes them
  const settled = useDeferredValue(search)
  const model = useMemo(() => buildEmergingModel(family, kpis, settled), [family, kpis, settled])
  const list = useMemo(
    () => (
      <>
        <Flags model={model} audience={audience} mayRecord={mayRecord} />
        <ToConfirm rows={model.toConfirm} />
        <HowTested model={model} bearableFalseAlarms={bearable} audience={audience} exactOf={exactOf} />
      </>
    ),
    [model, audience, mayRecord, bearable, exactOf],
  )
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">Emerging issues: what should we be asking about?</p>
        <h1 className="finding">{writeEmergingFinding(model)}</h1>
        <p className="standfirst">{writeEmergingStandfirst(model, bearable)}</p>
      </div>
      {model.flagged > 0 && (
        <div className={styles.controls}>
          <Filters themes={model.themes} search={search} onSearch={onSearch} />
          <p aria-live="polite" aria-atomic="true">
            {isFiltered(settled)
              ? `${countOf(model.shown, 'flagged series', 'flagged series')} of ${model.flagged} shown`
              : ''}
          </p>
        </div>
      )}
      {list}
      {model.tested > 0 && (
        <div className={`${styles.download} screen-only`}>
          <TakeAway
            exhibit={{ kind: 'signals', kpi: null, search: definedOf(search) }}
            title="Emerging issues, and every tested series"
            isShown
          />
        </div>
      )}
    </>
  )
}

function Flags({ model, ...list }: { model: EmergingModel } & Omit<SignalListProps, 'groups'>) {
  if (model.flagged === 0) {
    return (
      <EmptyState
        title="Nothing stands out"
        detail="No series of this edition shows a recent change that is plain enough among all that were tested."
      />
    )
  }
  if (model.shown === 0) {
    return (
      <EmptyState title="No flagged series matches" detail="Clear a filter, or search for another place." />
    )
  }
  return (
    <>
      {model.toAsk.length > 0 && (
        <section className="section" aria-labelledby="to-ask">
          <div className="section-head">
            <h2 className="heading-2" id="to-ask">
              To ask about
            </h2>
            <p>{counted(model.toAsk)}, the strongest first</p>
          </div>
          <SignalList groups={model.toAsk} {...list} />
        </section>
      )}
      {model.improvements.length > 0 && (
        <section className="section" aria-labelledby="improvements">
          <div className="section-head">
            <h2 className="heading-2" id="improvements">
              Improvements
            </h2>
            <p>{counted(model.improvements)}</p>
          </div>
          <details className={styles.folded} open={model.toAsk.length === 0}>
            <summary>Show what has improved</summary>
            <SignalList groups={model.improvements} {...list} />
          </details>
        </section>
      )}
    </>
  )
}

function counted(groups: readonly SignalGroup[]): string {
  const series = groups.reduce((sum, { others }) => sum + 1 + others.length, 0)
  return `${countOf(series, 'series', 'series')} in ${countOf(groups.length, 'measure')}`
}
