import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { kpisQuery } from '../../api/kpis.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { keepView } from '../../ui/keep-view.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { BreakdownPanel } from './BreakdownPanel.tsx'
import { chooseBreakdown } from './choose-breakdown.ts'
import { DefinitionPanel } from './DefinitionPanel.tsx'
import { Breadcrumb } from './KpiHead.tsx'
import type { KpiPageProps } from './kpi-page-props.ts'
import { nearestKpis } from './nearest-kpis.ts'
import { TrendPanel } from './TrendPanel.tsx'

/** Where one measure stands against what was promised, and how it came there. */
export function KpiPage(props: KpiPageProps) {
  const { view, organisation, kpiId } = props
  const query = useQuery(kpisQuery(view))
  const kpi = query.data?.kpis.find(({ id }) => id === kpiId)
  useDocumentTitle(kpi?.name ?? 'Measure', organisation.service, organisation.name)
  return (
    <>
      <Breadcrumb theme={kpi?.theme ?? null} />
      {!kpi && !query.data && <h1 className="visually-hidden">Measure</h1>}
      <QueryPanel query={query} what="measures" height="100vh">
        {({ kpis }) => (kpi ? <KnownKpi {...props} kpi={kpi} /> : <UnknownKpi kpis={kpis} wanted={kpiId} />)}
      </QueryPanel>
    </>
  )
}

type Kpi = Parameters<typeof chooseBreakdown>[0] & Parameters<typeof DefinitionPanel>[0]['kpi']

function KnownKpi({ kpi, ...props }: KpiPageProps & { kpi: Kpi }) {
  const breakdown = chooseBreakdown(kpi, props.search)
  return (
    <>
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
      <ErrorBoundary title="The trend could not be shown">
        <TrendPanel {...props} kpi={kpi} breakdown={breakdown} />
      </ErrorBoundary>
      {breakdown.choices.length > 0 && (
        <ErrorBoundary title="The breakdown could not be shown">
          <BreakdownPanel {...props} kpi={kpi} breakdown={breakdown} />
        </ErrorBoundary>
      )}
      <DefinitionPanel kpi={kpi} />
    </>
  )
}

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
          <Link key={kpi.id} to="/kpis/$id" params={{ id: kpi.id }} search={keepView}>
            {kpi.name}
          </Link>
        ))}
        <Link to="/" search={keepView}>
          Open the overview
        </Link>
      </EmptyState>
    </>
  )
}
