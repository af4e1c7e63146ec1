import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import type { Edition } from '../../domain/editions/publication.ts'
import { themeNames } from '../../domain/measures/measure.ts'
import styles from './ChangesPage.module.css'
import type { ChangesModel } from './changes-model.ts'
import type { ChangesSearch } from './changes-search.ts'

export interface ControlsProps {
  changes: EditionChanges
  /** editions that this one may be compared with */
  earlier: readonly Edition[]
  themes: ChangesModel['themes']
  search: ChangesSearch
  onSearch: (changes: Partial<ChangesSearch>) => void
}

/** What is compared, and of which theme; both are in the address. */
export function Controls({ changes, earlier, themes, search, onSearch }: ControlsProps) {
  return (
    <search className={`filters ${styles.controls} screen-only`} aria-label="What is compared">
      <label>
        Compared with
        <select
          className="select"
          value={changes.from ?? ''}
          onChange={(event) => onSearch({ from: event.target.value })}
        >
          {earlier.map(({ number, label }) => (
            <option key={number} value={number}>
              Edition {number}, {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Theme
        <select
          className="select"
          value={search.theme ?? ''}
          onChange={(event) => onSearch({ theme: themes.find((theme) => theme === event.target.value) })}
        >
          <option value="">All themes</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {themeNames[theme]}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
