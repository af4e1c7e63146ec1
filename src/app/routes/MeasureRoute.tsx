import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { kpiSearchShape } from '../../features/measure/measure-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

// the chart's code is fetched when a measure is opened, never with the overview
const KpiPage = lazyPart(() =>
  import('../../features/measure/MeasurePage.tsx').then(({ KpiPage }) => KpiPage),
)

export function MeasureRoute() {
  const { view, edition, organisation } = useReading()
  const { id } = useParams({ from: '/kpis/$id' })
  const { values, ignored, change, mend } = usePageSearch(kpiSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Measure" />}>
        <KpiPage
          key={id}
          kpiId={id}
          view={view}
          edition={edition}
          organisation={organisation}
          search={values}
          onSearch={change}
        />
      </Suspense>
    </>
  )
}
