import { useEffect, useRef } from 'react'
import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import styles from './EmergingPage.module.css'
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
    <search className={`${styles.filters} screen-only`} aria-label="Flagged series">
      <FindField find={search.find ?? ''} onFind={(find) => onSearch({ find: find || undefined })} />
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
      {isFiltered(search) && (
        <button type="button" className="button" onClick={clear}>
          Clear filters
        </button>
      )}
    </search>
  )
}

/** The address leads, except while somebody types: it lags a key behind, and must not take letters back. */
function FindField({ find, onFind }: { find: string; onFind: (find: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = find
  }, [find])
  return (
    <label>
      Find
      <input
        ref={field}
        className="field"
        type="search"
        defaultValue={find}
        onChange={(event) => onFind(event.target.value)}
        placeholder="a town, team or measure"
        maxLength={findLength}
        size={20}
      />
    </label>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  /** the words for "no choice" */
  all: string
  value: Value | undefined
  options: readonly (readonly [Value, string])[]
  onChoose: (value: Value | undefined) => void
}

function Choice<Value extends string>({ label, all, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select
        className="select"
        value={value ?? ''}
        onChange={(event) => onChoose(options.find(([option]) => option === event.target.value)?.[0])}
      >
        <option value="">{all}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
