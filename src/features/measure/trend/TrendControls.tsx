import type { ReactNode } from 'react'
import { defaultRange, type RangeChoice, rangeChoices } from '../../../domain/trends/choose-range.ts'
import { type ChartLayer, chartLayers, layerWords, useChartLayers } from '../../../stores/chart-layers.ts'
import { useLiveSearch } from '../live-search.ts'
import styles from '../MeasurePage.module.css'
import type { KpiSearch } from '../measure-search.ts'

const rangeWords: Record<RangeChoice, string> = {
  '12': 'Last 12 months',
  '24': 'Last 24 months',
  '36': 'Last 36 months',
  all: 'Everything held',
}

export interface TrendControlsProps {
  onSearch: (changes: Partial<KpiSearch>) => void
  /** those that are drawn */
  layers: readonly ChartLayer[]
  /** layers that this measure has something for */
  available: readonly ChartLayer[]
  /** what takes the chart away, at the end of the line */
  children: ReactNode
}

export function TrendControls({ onSearch, layers, available, children }: TrendControlsProps) {
  const search = useLiveSearch()
  const view = search.view ?? 'chart'
  const choose = useChartLayers((state) => state.choose)
  const chooseLayers = (chosen: readonly ChartLayer[]) => {
    choose(chosen)
    if (search.layers !== undefined) onSearch({ layers: undefined })
  }
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
      <RangeSelect onSearch={onSearch} />
      <LayerMenu layers={layers} available={available} onChoose={chooseLayers} />
      <div className={styles.end}>{children}</div>
    </div>
  )
}

export function RangeSelect({ onSearch }: Pick<TrendControlsProps, 'onSearch'>) {
  const search = useLiveSearch()
  const isCustom = search.from !== undefined || search.to !== undefined
  return (
    <label>
      <span className={styles.range}>Range</span>{' '}
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

interface LayerMenuProps extends Pick<TrendControlsProps, 'layers' | 'available'> {
  onChoose: (layers: readonly ChartLayer[]) => void
}

function LayerMenu({ layers, available, onChoose }: LayerMenuProps) {
  const offered = chartLayers.filter((layer) => available.includes(layer))
  if (offered.length === 0) return null
  const on = offered.filter((layer) => layers.includes(layer)).length
  return (
    <details className={styles.layers}>
      <summary className="button">
        <span>
          Layers
          <span className={styles.layersOn}>
            : {on} of {offered.length} on
          </span>
        </span>
      </summary>
      <div className={styles.layerList}>
        {offered.map((layer) => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={layers.includes(layer)}
              onChange={() => onChoose(toggled(layers, layer))}
            />{' '}
            {layerWords[layer]}
          </label>
        ))}
      </div>
    </details>
  )
}

function toggled(layers: readonly ChartLayer[], layer: ChartLayer): readonly ChartLayer[] {
  return layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer]
}
