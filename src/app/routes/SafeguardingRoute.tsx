import { Suspense } from 'react'
import { safeguardingSearchShape } from '../../features/themes/safeguarding-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const SafeguardingPage = lazyPart(() =>
  import('../../features/themes/SafeguardingPage.tsx').then(({ SafeguardingPage }) => SafeguardingPage),
)

export function SafeguardingRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(safeguardingSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Safeguarding themes" />}>
        <SafeguardingPage
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
