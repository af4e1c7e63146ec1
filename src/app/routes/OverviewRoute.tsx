import { OverviewPage } from '../../features/overview/OverviewPage.tsx'
import { overviewSearchShape } from '../../features/overview/overview-search.ts'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

export function OverviewRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(overviewSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <OverviewPage
        view={view}
        edition={edition}
        organisation={organisation}
        search={values}
        onSearch={change}
      />
    </>
  )
}
