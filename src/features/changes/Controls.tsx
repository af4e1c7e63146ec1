import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import type { Edition } from '../../domain/editions/publication.ts'
import { themeNames } from '../../domain/measures/measure.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Fold } from '../../ui/Fold.tsx'
import styles from './ChangesPage.module.css'
import type { ChangesModel } from './changes-model.ts'
import type { ChangesSearch } from './changes-search.ts'

export interface ControlsProps {
  changes: EditionChanges
  /** editions that this one may be compared with; none where it was published alone */
  earlier: readonly Edition[]
  themes: ChangesModel['themes']
  search: ChangesSearch
  onSearch: (changes: Partial<ChangesSearch>) => void
}

/** What is compared, and of which theme; both are in the address. */
export function Controls({ changes, earlier, themes, search, onSearch }: ControlsProps) {
  return (
    <search className={`filters ${styles.controls} screen-only`} aria-label="What is compared">
      <Fold label="Compare and filter">
        {earlier.length > 0 && (
          <Choice
            label="Compared with"
            all={null}
            value={changes.from === null ? undefined : `${changes.from}`}
            options={earlier.map(({ number, label }) => [`${number}`, `Edition ${number}, ${label}`])}
            onChoose={(from) => onSearch({ from })}
          />
        )}
        <Choice
          label="Theme"
          all="All themes"
          value={search.theme}
          options={themes.map((theme) => [theme, themeNames[theme]])}
          onChoose={(theme) => onSearch({ theme })}
        />
      </Fold>
    </search>
  )
}
