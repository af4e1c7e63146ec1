import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { briefingSearchShape, measuresIn } from '../../features/briefing/briefing-search.ts'
import { kpiSearchShape } from '../../features/measure/measure-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const BriefingPage = lazyPart(() =>
  import('../../features/briefing/BriefingPage.tsx').then(({ BriefingPage }) => BriefingPage),
)

const searchShape = { ...kpiSearchShape, ...briefingSearchShape }

export function BriefingRoute() {
  const { view, edition, organisation } = useReading()
  const { id } = useParams({ from: '/briefing/$id' })
  const { values, ignored, change, mend } = usePageSearch(searchShape)
  const { also, format, kind = 'trend', view: clean, layers, ...measure } = values
  // the others are drawn over the same months; a part of one is no part of another
  const { from, to, range } = measure
  const refs: [ExhibitRef, ...ExhibitRef[]] = [
    { kind, kpi: id, search: definedOf({ ...measure, layers }) },
    ...measuresIn(also)
      .filter((kpi) => kpi !== id || kind !== 'trend' || measure.member !== undefined)
      .map((kpi): ExhibitRef => ({ kind: 'trend', kpi, search: definedOf({ from, to, range, layers }) })),
  ]
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Briefing" />}>
        <BriefingPage
          kpiId={id}
          view={view}
          edition={edition}
          organisation={organisation}
          refs={refs}
          search={{ also, format, kind, view: clean, layers }}
          raw={definedOf(values)}
          onSearch={change}
        />
      </Suspense>
    </>
  )
}
