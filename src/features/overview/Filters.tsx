import type { ReactNode } from 'react'
import { compareNames } from '../../domain/measures/compare-names.ts'
import { themeNames, themes } from '../../domain/measures/measure.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FindField } from '../../ui/FindField.tsx'
import {
  findLength,
  type OverviewSearch,
  type SortKey,
  signals,
  sortKeys,
  standings,
} from './overview-search.ts'
import styles from './Scorecard.module.css'
import { isFiltered } from './scorecard-filter.ts'
import type { RowModel } from './scorecard-model.ts'
import { signalChoices, standingMarks } from './standing-marks.ts'

export interface FiltersProps {
  rows: readonly RowModel[]
  search: OverviewSearch
  onSearch: (changes: Partial<OverviewSearch>) => void
  onClear: () => void
  children: ReactNode
}

const sortLabels: Record<SortKey, string> = {
  theme: 'Theme',
  attention: 'Need for attention',
  name: 'Name',
  value: 'Latest value',
  month: 'Change on month',
  year: 'Change on year',
  signal: 'Variation',
  plan: 'Place on the plan',
  milestone: 'Milestone date',
  status: 'State of the figure',
}

/** What is chosen is in the address, so that a link shows the same rows. */
export function Filters({ rows, search, onSearch, onClear, children }: FiltersProps) {
  const owners = [...new Set(rows.map((row) => row.owner))].sort((a, b) => compareNames(a, b))
  return (
    <search className={`filters ${styles.filters} screen-only`} aria-label="Measures">
      <FindField
        find={search.find ?? ''}
        placeholder="name of a measure"
        maxLength={findLength}
        size={19}
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
        label="Owner"
        all="All owners"
        value={search.owner}
        options={owners.map((owner) => [owner, owner])}
        onChoose={(owner) => onSearch({ owner })}
      />
      <Choice
        label="Signal"
        all="Any signal"
        value={search.signal}
        options={signals.map((signal) => [signal, signalChoices[signal]])}
        onChoose={(signal) => onSearch({ signal })}
      />
      <Choice
        label="Plan"
        all="Any place"
        value={search.standing}
        options={standings.map((standing) => [standing, standingMarks[standing].choice])}
        onChoose={(standing) => onSearch({ standing })}
      />
      <Choice
        label="Sort by"
        all={null}
        value={search.sort ?? 'theme'}
        options={sortKeys.map((key) => [key, sortLabels[key]])}
        onChoose={(sort) => onSearch({ sort: sort === 'theme' ? undefined : sort, order: undefined })}
      />
      <span className={styles.filterEnd}>
        {isFiltered(search) && (
          <button type="button" className="button" onClick={onClear}>
            Clear filters
          </button>
        )}
        {children}
      </span>
    </search>
  )
}
