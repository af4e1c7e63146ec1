import { useParams } from '@tanstack/react-router'
import { KpiPage } from '../../features/measure/MeasurePage.tsx'
import { kpiSearchShape } from '../../features/measure/measure-search.ts'
import { type PageProps, page } from '../page.tsx'

/** A measure by the id in the address; another id is another page, with nothing of the last one kept. */
function MeasureById(props: PageProps<typeof kpiSearchShape>) {
  const { id } = useParams({ from: '/kpis/$id' })
  return <KpiPage key={id} kpiId={id} {...props} />
}

export const MeasureRoute = page(kpiSearchShape, MeasureById)
