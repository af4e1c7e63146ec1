import type { DataQuality } from '../../domain/data-quality/data-quality.ts'
import { themeNames, themes } from '../../domain/measures/measure.ts'
import styles from './DataQualityPage.module.css'
import { type DataQualitySearch, type Want, wants } from './data-quality-search.ts'
import { countWanting } from './quality-finding.ts'

export interface ControlsProps {
  quality: DataQuality
  search: DataQualitySearch
  onSearch: (changes: Partial<DataQualitySearch>) => void
}

const wantLabels: Record<Want, string> = {
  overdue: 'Overdue',
  missing: 'A period missing',
  withheld: 'A period withheld',
  provisional: 'Provisional figures',
  revised: 'Restated figures',
}

/** What is chosen is in the address, so that a link shows the same rows. */
export function Controls({ quality, search, onSearch }: ControlsProps) {
  const held = themes.filter((theme) => quality.measures.some((measure) => measure.theme === theme))
  return (
    <search className={`filters ${styles.controls} screen-only`} aria-label="Measures">
      <label>
        Show
        <select
          className="select"
          value={search.show ?? ''}
          onChange={(event) => onSearch({ show: wants.find((want) => want === event.target.value) })}
        >
          <option value="">Every measure ({quality.measures.length})</option>
          {wants.map((want) => (
            <option key={want} value={want}>
              {wantLabels[want]} ({countWanting(quality, want)})
            </option>
          ))}
        </select>
      </label>
      <label>
        Theme
        <select
          className="select"
          value={search.theme ?? ''}
          onChange={(event) => onSearch({ theme: held.find((theme) => theme === event.target.value) })}
        >
          <option value="">All themes</option>
          {held.map((theme) => (
            <option key={theme} value={theme}>
              {themeNames[theme]}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
