import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { kpisQuery } from '../../api/kpis.ts'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import { borough } from '../../domain/measures/measure.ts'
import { keepView } from '../../ui/keep-view.ts'
import styles from './KpiPage.module.css'
import { findWaitParadox, paradoxInWords, waitPairOf } from './wait-paradox.ts'

export interface ReadItWithProps {
  view: PinnedView
  kpiId: string
}

/** Says so where a completed-wait median rises while its list falls; nothing for any other measure. */
export function ReadItWith({ view, kpiId }: ReadItWithProps) {
  const pair = waitPairOf(kpiId)
  const { data: dictionary } = useQuery(kpisQuery(view))
  const median = dictionary?.kpis.find(({ id }) => id === pair?.median)
  const list = dictionary?.kpis.find(({ id }) => id === pair?.list)
  const isPaired = median !== undefined && list !== undefined
  const medianSeries = useQuery({
    ...seriesQuery(view, { kpi: pair?.median ?? kpiId, dimension: borough.dimension }),
    enabled: isPaired,
  })
  const listSeries = useQuery({
    ...seriesQuery(view, { kpi: pair?.list ?? kpiId, dimension: borough.dimension }),
    enabled: isPaired,
  })
  const own = medianSeries.data?.series[0]
  const other = listSeries.data?.series[0]
  const paradox = own && other && findWaitParadox(own, other)
  if (!paradox || !median || !list) return null
  return (
    <section className="section" aria-labelledby="read-it-with">
      <div className="section-head">
        <h2 className="heading-2" id="read-it-with">
          Read it with
        </h2>
        <p>The median of completed waits rose as the list fell</p>
      </div>
      <p className={styles.sentence}>{paradoxInWords(paradox, { median, list })}</p>
      <ul className={styles.pair}>
        {[median, list].map((kpi) => (
          <li key={kpi.id}>
            {kpi.id === kpiId ? (
              `${kpi.name}: this page`
            ) : (
              <Link to="/kpis/$id" params={{ id: kpi.id }} search={keepView}>
                {kpi.name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
