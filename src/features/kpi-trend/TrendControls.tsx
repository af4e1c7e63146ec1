import { type ChartLayer, chartLayers, layerWords, useChartLayers } from '../../stores/chart-layers.ts'
import styles from './KpiPage.module.css'
import { defaultRange, type KpiSearch, type RangeChoice, rangeChoices } from './kpi-search.ts'

const rangeWords: Record<RangeChoice, string> = {
  '12': 'Last 12 months',
  '24': 'Last 24 months',
  '36': 'Last 36 months',
  all: 'Everything held',
}

export interface TrendControlsProps {
  search: KpiSearch
  onSearch: (changes: Partial<KpiSearch>) => void
  /** layers that this measure has something for */
  available: readonly ChartLayer[]
  onDownload: () => void
}

export function TrendControls({ search, onSearch, available, onDownload }: TrendControlsProps) {
  const view = search.view ?? 'chart'
  return (
    <div className={`${styles.controls} screen-only`}>
      <fieldset className={styles.views}>
        <legend className="visually-hidden">View</legend>
        {(['chart', 'table'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={view === one}
            onClick={() => onSearch({ view: one === 'chart' ? undefined : one })}
          >
            {one === 'chart' ? 'Chart' : 'Table'}
          </button>
        ))}
      </fieldset>
      <RangeSelect search={search} onSearch={onSearch} />
      <LayerMenu available={available} />
      <button type="button" className={`link-button ${styles.end}`} onClick={onDownload}>
        Download CSV
      </button>
    </div>
  )
}

export function RangeSelect({ search, onSearch }: Pick<TrendControlsProps, 'search' | 'onSearch'>) {
  const isCustom = search.from !== undefined || search.to !== undefined
  return (
    <label>
      Range{' '}
      <select
        className="select"
        value={isCustom ? 'custom' : (search.range ?? defaultRange)}
        onChange={(event) =>
          onSearch({
            range: rangeChoices.find((one) => one === event.target.value),
            from: undefined,
            to: undefined,
          })
        }
      >
        {isCustom && (
          <option value="custom">
            {search.from ?? 'Start'} to {search.to ?? 'latest'}
          </option>
        )}
        {rangeChoices.map((one) => (
          <option key={one} value={one}>
            {rangeWords[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function LayerMenu({ available }: { available: readonly ChartLayer[] }) {
  const { layers, toggle } = useChartLayers()
  const offered = chartLayers.filter((layer) => available.includes(layer))
  if (offered.length === 0) return null
  const on = offered.filter((layer) => layers.includes(layer)).length
  return (
    <details className={styles.layers}>
      <summary className="button">
        Layers: {on} of {offered.length} on
      </summary>
      <div className={styles.layerList}>
        {offered.map((layer) => (
          <label key={layer}>
            <input type="checkbox" checked={layers.includes(layer)} onChange={() => toggle(layer)} />{' '}
            {layerWords[layer]}
          </label>
        ))}
      </div>
    </details>
  )
}
