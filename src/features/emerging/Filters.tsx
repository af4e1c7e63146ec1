import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FindField } from '../../ui/FindField.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { isFiltered } from './emerging-model.ts'
import { type EmergingSearch, findLength, kinds, meanings } from './emerging-search.ts'
import { kindWords, meaningMarks } from './signal-marks.ts'

export interface FiltersProps {
  themes: readonly Theme[]
  search: EmergingSearch
  onSearch: (changes: Partial<EmergingSearch>) => void
}

/** What is chosen is in the address, so that a link shows the same flags. */
export function Filters({ themes, search, onSearch }: FiltersProps) {
  const clear = () => onSearch({ theme: undefined, meaning: undefined, kind: undefined, find: undefined })
  return (
    <search className="filters screen-only" aria-label="Flagged series">
      <Fold label="Find and filter">
        <FindField
          find={search.find ?? ''}
          placeholder="town, team or measure"
          maxLength={findLength}
          size={26}
          onFind={(find) => onSearch({ find: find || undefined })}
        />
        <Choice
          label="Theme"
          all="All themes"
          value={search.theme}
          options={themes.map((theme) => [theme, themeNames[theme]])}
          onChoose={(theme) => onSearch({ theme })}
        />
        <Choice
          label="Meaning"
          all="Any meaning"
          value={search.meaning}
          options={meanings.map((meaning) => [meaning, meaningMarks[meaning].words])}
          onChoose={(meaning) => onSearch({ meaning })}
        />
        <Choice
          label="Kind"
          all="Any kind"
          value={search.kind}
          options={kinds.map((kind) => [kind, kindWords[kind]])}
          onChoose={(kind) => onSearch({ kind })}
        />
      </Fold>
      {isFiltered(search) && (
        <button type="button" className="button" onClick={clear}>
          Clear filters
        </button>
      )}
    </search>
  )
}
