import { Suspense } from 'react'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const AccessibilityPage = lazyPart(() =>
  import('../../features/accessibility/AccessibilityPage.tsx').then(
    ({ AccessibilityPage }) => AccessibilityPage,
  ),
)

export function AccessibilityRoute() {
  const { organisation } = useReading()
  const { ignored, mend } = usePageSearch({})
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Accessibility statement" />}>
        <AccessibilityPage organisation={organisation} />
      </Suspense>
    </>
  )
}
