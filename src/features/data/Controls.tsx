import type { DataQuality } from '../../domain/data-quality/data-quality.ts'
import { themeNames, themes } from '../../domain/measures/measure.ts'
import { Choice } from '../../ui/Choice.tsx'
import styles from './DataQualityPage.module.css'
import { type DataQualitySearch, wantLabels, wants } from './data-quality-search.ts'
import { countWanting } from './quality-finding.ts'

export interface ControlsProps {
  quality: DataQuality
  search: DataQualitySearch
  onSearch: (changes: Partial<DataQualitySearch>) => void
}

/** What is chosen is in the address, so that a link shows the same rows. */
export function Controls({ quality, search, onSearch }: ControlsProps) {
  const held = themes.filter((theme) => quality.measures.some((measure) => measure.theme === theme))
  return (
    <search className={`filters ${styles.controls} screen-only`} aria-label="Measures">
      <Choice
        label="Show"
        all={`Every measure (${quality.measures.length})`}
        value={search.show}
        options={wants.map((want) => [want, `${wantLabels[want]} (${countWanting(quality, want)})`])}
        onChoose={(show) => onSearch({ show })}
      />
      <Choice
        label="Theme"
        all="All themes"
        value={search.theme}
        options={held.map((theme) => [theme, themeNames[theme]])}
        onChoose={(theme) => onSearch({ theme })}
      />
    </search>
  )
}
