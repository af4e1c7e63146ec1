import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo, useDeferredValue } from 'react'
import { kpisQuery } from '../../api/kpis.ts'
import { comparesGroups } from '../../domain/gaps/gap-model.ts'
import { chooseBreakdown } from '../../domain/trends/parts/choose-breakdown.ts'
import { usePageTimeCursor } from '../../stores/time-cursor.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { CommentaryAndActions } from './commentary/CommentaryPanel.tsx'
import { DefinitionPanel } from './DefinitionPanel.tsx'
import { ForPanel } from './for-panel/ForPanel.tsx'
import { GapPanel } from './gap/GapPanel.tsx'
import { LiveSearch } from './live-search.ts'
import { Breadcrumb } from './MeasureHead.tsx'
import type { KpiPageProps } from './measure-page-props.ts'
import { nearestKpis } from './nearest-kpis.ts'
import { BreakdownPanel } from './parts/BreakdownPanel.tsx'
import { TrendPanel } from './trend/TrendPanel.tsx'

/** Where one measure stands against what was promised, and how it came there. */
export function KpiPage(props: KpiPageProps) {
  const { view, organisation, kpiId } = props
  const query = useQuery(kpisQuery(view))
  const kpi = query.data?.kpis.find(({ id }) => id === kpiId)
  // what is drawn of a choice follows it, and a newer choice overtakes it
  const drawn = useDeferredValue(props.search)
  usePageTimeCursor()
  useDocumentTitle(kpi?.name ?? 'Measure', organisation.service, organisation.name)
  return (
    <LiveSearch value={props.search}>
      <Breadcrumb theme={kpi?.theme ?? null} />
      {!kpi && !query.data && <h1 className="visually-hidden">Measure</h1>}
      <QueryPanel query={query} what="measures" height="100vh">
        {({ kpis }) =>
          kpi ? <KnownKpi {...props} search={drawn} kpi={kpi} /> : <UnknownKpi kpis={kpis} wanted={kpiId} />
        }
      </QueryPanel>
    </LiveSearch>
  )
}

type Kpi = Parameters<typeof chooseBreakdown>[0] & Parameters<typeof DefinitionPanel>[0]['kpi']

const KnownKpi = memo(({ kpi, ...given }: KpiPageProps & { kpi: Kpi }) => {
  // of another service its lead has the exact figures, and everybody else what the panel has: words and files follow
  const props = kpi.audience ? { ...given, view: { ...given.view, audience: kpi.audience } } : given
  const breakdown = chooseBreakdown(kpi, props.search)
  return (
    <>
      {kpi.audience && (
        <Notice>
          <span>This measure is of another service: these are its figures as the panel sees them.</span>
        </Notice>
      )}
      {breakdown.notice && (
        <Notice>
          <span>{breakdown.notice}</span>
          <button
            type="button"
            className="link-button"
            onClick={() => props.onSearch({ dimension: undefined, member: undefined })}
          >
            Show the whole measure
          </button>
        </Notice>
      )}
      <TrendPanel
        {...props}
        kpi={kpi}
        breakdown={breakdown}
        parts={
          breakdown.choices.length > 0 && (
            <ErrorBoundary title="The breakdown could not be shown">
              <BreakdownPanel {...props} kpi={kpi} breakdown={breakdown} />
            </ErrorBoundary>
          )
        }
      >
        {breakdown.dimension && comparesGroups(kpi, breakdown.dimension) && (
          <ErrorBoundary title="The gap between groups could not be shown">
            <GapPanel
              view={props.view}
              kpi={kpi}
              dimension={breakdown.dimension}
              search={props.search}
              asOf={props.edition.dataAsAt}
              onSearch={props.onSearch}
            />
          </ErrorBoundary>
        )}
        {props.view.audience === 'exact' && (
          <ErrorBoundary title="What the panel does not see could not be shown">
            <ForPanel view={props.view} kpi={kpi} dimension={breakdown.dimension} />
          </ErrorBoundary>
        )}
        <CommentaryAndActions {...props} kpi={kpi} />
        <DefinitionPanel kpi={kpi} />
      </TrendPanel>
    </>
  )
})

interface UnknownKpiProps {
  kpis: readonly { id: string; name: string }[]
  wanted: string
}

function UnknownKpi({ kpis, wanted }: UnknownKpiProps) {
  return (
    <>
      <h1 className="finding">There is no measure “{wanted}” in this edition</h1>
      <EmptyState
        title="The link may be mistyped, or the measure may have another name"
        detail={
          kpis.length > 0
            ? 'The nearest measures that this edition holds:'
            : 'This edition holds no measures.'
        }
      >
        {nearestKpis(kpis, wanted).map((kpi) => (
          <MeasureLink key={kpi.id} id={kpi.id}>
            {kpi.name}
          </MeasureLink>
        ))}
        <Link to="/">Open the overview</Link>
      </EmptyState>
    </>
  )
}
