import { Suspense } from 'react'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const MethodsPage = lazyPart(() =>
  import('../../features/methods/MethodsPage.tsx').then(({ MethodsPage }) => MethodsPage),
)

export function MethodsRoute() {
  const { view, edition, organisation } = useReading()
  const { ignored, mend } = usePageSearch({})
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="How figures are made" />}>
        <MethodsPage view={view} edition={edition} organisation={organisation} />
      </Suspense>
    </>
  )
}
