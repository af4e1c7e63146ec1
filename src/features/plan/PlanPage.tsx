import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { impactsQuery } from '../../api/analysis.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { planQuery } from '../../api/plan.ts'
import type { PinnedView } from '../../api/view.ts'
import type { MilestoneImpact } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import type { Plan } from '../../domain/plans/plan.ts'
import { warnOfUnknownHolidays } from '../../domain/plans/working-days.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import list from '../../ui/ListPage.module.css'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { BragKey } from './BragKey.tsx'
import { Filters, nothingChosen } from './Filters.tsx'
import { MilestoneTable } from './MilestoneTable.tsx'
import styles from './PlanPage.module.css'
import { writePlanFinding } from './plan-finding.ts'
import { buildPlanRows } from './plan-rows.ts'
import type { PlanSearch } from './plan-search.ts'
import { RiskSection } from './RiskSection.tsx'
import { buildRiskRows } from './risk-rows.ts'
import { groupRows, selectRows } from './select-rows.ts'
import { Tally } from './Tally.tsx'
import { buildTimeline } from './timeline.ts'

export interface PlanPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: PlanSearch
  onSearch: (changes: Partial<PlanSearch>) => void
}

/** What did we promise, what was delivered, did it work? */
export function PlanPage(props: PlanPageProps) {
  const { view, organisation } = props
  const plan = useQuery(planQuery(view))
  const kpis = useQuery(kpisQuery(view))
  // an API that offers figures only sends the plan without them
  const isComputedHere = plan.data !== undefined && plan.data.impacts === undefined
  const computed = useQuery({
    ...impactsQuery(view),
    enabled: isComputedHere && plan.data.milestones.length > 0,
  })
  useDocumentTitle('Improvement plan', organisation.service, organisation.name)
  return (
    <QueryPanel query={plan} what="improvement plan" height="100vh" heading="Improvement plan">
      {(reply) => (
        <QueryPanel query={kpis} what="definitions" height="100vh" heading="Improvement plan">
          {(described) => (
            <PlanContent
              {...props}
              plan={reply}
              impacts={reply.impacts ?? computed.data ?? null}
              impactNote={impactNoteOf(isComputedHere && !computed.data, computed.isError)}
              kpis={described.kpis}
            />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

function impactNoteOf(isAwaited: boolean, hasFailed: boolean): string | null {
  if (!isAwaited) return null
  return hasFailed
    ? 'Impact could not be worked out from the figures, so delivery is shown alone.'
    : 'Impact is being worked out from the figures; until then delivery is shown alone.'
}

interface PlanContentProps extends PlanPageProps {
  plan: Plan
  impacts: readonly MilestoneImpact[] | null
  impactNote: string | null
  kpis: readonly DescribedKpi[]
}

function PlanContent(props: PlanContentProps) {
  const { plan, impacts, impactNote, kpis, view, edition, search } = props
  const asOf = edition.dataAsAt
  const rows = useMemo(() => buildPlanRows({ plan, impacts, kpis, asOf }), [plan, impacts, kpis, asOf])
  // no filter changes them
  const below = useMemo(
    () => (
      <>
        <RiskSection rows={buildRiskRows(plan.risks, kpis, asOf)} audience={view.audience} />
        <BragKey />
      </>
    ),
    [plan.risks, kpis, asOf, view.audience],
  )
  if (rows.length === 0) {
    return (
      <>
        <h1 className="finding">{writePlanFinding(rows)}</h1>
        <EmptyState
          title="There is no plan to show"
          detail="No milestones have been loaded for this edition, or none is shown to this audience."
        />
      </>
    )
  }
  return (
    <>
      <div className={list.opening}>
        <div>
          <p className="kicker">What did we promise, what was delivered, did it work?</p>
          <h1 className="finding">{writePlanFinding(rows)}</h1>
          <p className="standfirst">
            Delivery and impact are judged apart: whether it was done, and whether its measure is where it was
            promised to be. One may come after the other; neither says why.
          </p>
          {impactNote && (
            <p className="standfirst" aria-live="polite" aria-atomic="true">
              {impactNote}
            </p>
          )}
        </div>
        <Tally rows={rows} search={search} />
      </div>
      <Milestones {...props} rows={rows} />
      {below}
    </>
  )
}

function Milestones({
  rows,
  edition,
  search,
  onSearch,
}: PlanContentProps & { rows: ReturnType<typeof buildPlanRows> }) {
  // the controls answer at once; the rows come a moment later, and a newer choice overtakes them
  const settled = useDeferredValue(search)
  const shown = useMemo(() => selectRows(rows, settled), [rows, settled])
  const table = useMemo(
    () => (
      <MilestoneTable
        groups={groupRows(shown, settled.sort)}
        timeline={buildTimeline(rows, edition.dataAsAt)}
      />
    ),
    [rows, shown, settled, edition.dataAsAt],
  )
  const warning = warnOfUnknownHolidays(edition.dataAsAt)
  return (
    <section className="section" aria-labelledby="milestones">
      <div className="section-head">
        <h2 className="heading-2" id="milestones">
          {search.sort === undefined ? 'Milestones by workstream' : 'Milestones'}
        </h2>
        <p aria-live="polite" aria-atomic="true">
          {shown.length === rows.length
            ? countOf(rows.length, 'milestone')
            : `${shown.length} of ${countOf(rows.length, 'milestone')} shown`}
        </p>
        <p className={`end ${styles.legend}`}>
          Hollow diamond: date first promised. Line: slip. Shape: where it stands now.
        </p>
      </div>
      <Filters rows={rows} search={search} onSearch={onSearch}>
        <TakeAway
          exhibit={{ kind: 'milestones', kpi: null, search: definedOf(search) }}
          title="Milestones"
          isShown={shown.length > 0}
        />
      </Filters>
      {shown.length > 0 ? (
        table
      ) : (
        <EmptyState title="No milestone matches" detail="Every milestone is left out by what was chosen.">
          <button type="button" className="button" onClick={() => onSearch(nothingChosen)}>
            Show all milestones
          </button>
        </EmptyState>
      )}
      {warning && <p className="note">{warning}</p>}
    </section>
  )
}
