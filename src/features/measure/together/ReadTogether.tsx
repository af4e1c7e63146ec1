import { useQueries, useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { PinnedView } from '../../../api/view.ts'
import styles from '../../../charts/paired/paired.module.css'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { lacksItsList, readTogether, type TogetherPart } from '../../../domain/editions/read-together.ts'
import { definedOf } from '../../../domain/exhibits/exhibit-ref.ts'
import { borough } from '../../../domain/measures/measure.ts'
import type { Plan } from '../../../domain/plans/plan.ts'
import { spanOfSearch } from '../../../domain/trends/parts/breakdown.ts'
import { buildPaired } from '../../../domain/trends/together/paired-model.ts'
import { selectionsOf, wholesOf } from '../../../domain/trends/together/paired-readings.ts'
import { pairedSentences } from '../../../domain/trends/together/paired-sentences.ts'
import { withoutItsList } from '../../../domain/trends/together/together-words.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { TakeAway } from '../../../exhibits/take-away/TakeAway.tsx'
import { useChartLayers } from '../../../stores/chart-layers.ts'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { writeLayers } from '../exhibits/picture-layers.ts'
import type { KpiSearch } from '../measure-search.ts'
import { PairedFigure } from './PairedFigure.tsx'
import { PairedTable } from './PairedTable.tsx'

export interface ReadTogetherProps {
  view: PinnedView
  kpiId: string
  plan: Plan
  asOf: string
  /** the page's chart, whose time axis all share */
  main: TrendModel
  search: KpiSearch
}

/** The measures that belong together, under each other on one time axis; nothing for one that stands alone. */
export function ReadTogether(props: ReadTogetherProps) {
  const { data: dictionary } = useQuery(kpisQuery(props.view))
  const kpis = dictionary?.kpis ?? []
  const parts = readTogether(kpis, props.kpiId)
  if (parts.length > 0) return <Together {...props} kpis={kpis} parts={parts} />
  if (!lacksItsList(kpis, props.kpiId)) return null
  return (
    <section className="section" aria-labelledby="read-together">
      <h2 className="heading-2" id="read-together">
        Read together
      </h2>
      <p className={styles.sentence}>{withoutItsList}</p>
    </section>
  )
}

interface TogetherProps extends ReadTogetherProps {
  kpis: readonly DescribedKpi[]
  parts: readonly TogetherPart[]
}

function Together({ kpis, parts, ...props }: TogetherProps) {
  const { figures, analyses } = useTogether(props.view, parts)
  const layers = useChartLayers((state) => state.layers)
  const { data } = figures
  const sources = data && {
    ...{ kpis, parts, series: data.series, analyses, page: props.kpiId, time: props.main },
    showLimits: layers.includes('limits'),
  }
  const model = sources && buildPaired({ ...sources, plan: props.plan, asOf: props.asOf })
  return (
    <section className="section" aria-labelledby="read-together">
      <div className="section-head">
        <h2 className="heading-2" id="read-together">
          Read together
        </h2>
        <p>One time axis, as above; each measure has a scale of its own</p>
        <div className="end">
          <TakeAway
            exhibit={{
              kind: 'together',
              kpi: props.kpiId,
              search: definedOf({ ...spanOfSearch(props.search), layers: writeLayers(layers) }),
            }}
            title={`Read together, ${kpis.find(({ id }) => id === props.kpiId)?.name ?? props.kpiId}`}
            isShown={Boolean(model)}
          />
        </div>
      </div>
      <QueryPanel query={figures} what="measures read with it" height={`${parts.length * 9.5 + 12}rem`}>
        {() =>
          model ? (
            <>
              {pairedSentences(model, sources).map((words) => (
                <p key={words} className={styles.sentence}>
                  {words}
                </p>
              ))}
              {props.search.view !== 'table' && <PairedFigure model={model} main={props.main} />}
              <div className={props.search.view === 'table' ? undefined : 'print-only'}>
                <PairedTable model={model} />
              </div>
            </>
          ) : (
            <p className={styles.sentence}>What belongs to this measure has no figures in this range.</p>
          )
        }
      </QueryPanel>
    </section>
  )
}

/** Figures and limits of all parts; figures wait for the limits, so that no scale changes after it is drawn. */
function useTogether(view: PinnedView, parts: readonly TogetherPart[]) {
  const { ids, breakdowns } = selectionsOf(parts)
  const whole = useQuery(seriesQuery(view, { kpi: ids, dimension: borough.dimension }))
  const others = useQueries({
    queries: breakdowns.map((selection) => seriesQuery(view, selection)),
  })
  // one that failed is asked for again by the page's chart alone, which would wait for it once more
  const analysed = useQueries({
    queries: ids.map((id) => ({ ...analysisQuery(view, id), retryOnMount: false })),
  })
  const isReady =
    others.every(({ data }) => data !== undefined) && analysed.every(({ isPending }) => !isPending)
  const { error, dataUpdatedAt, isRefetchError, refetch } =
    [whole, ...others].find((query) => query.error) ?? whole
  const series = [whole, ...others].flatMap(({ data }) => data?.series ?? [])
  return {
    figures: {
      data: isReady && whole.data ? { ...whole.data, series } : undefined,
      error,
      dataUpdatedAt,
      isRefetchError,
      refetch,
    },
    analyses: wholesOf(analysed.map(({ data }) => data)),
  }
}
