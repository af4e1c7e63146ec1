import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const MethodsPage = lazy(() =>
  import('../../features/methods/MethodsPage.tsx').then((module) => ({ default: module.MethodsPage })),
)

export function MethodsRoute() {
  const { view, edition, organisation } = useReading()
  const { ignored, mend } = usePageSearch({})
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<Loading label="Loading how figures are made" height="100vh" />}>
        <MethodsPage view={view} edition={edition} organisation={organisation} />
      </Suspense>
    </>
  )
}
