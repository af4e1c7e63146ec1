import type { ReactNode } from 'react'
import { compareNames } from '../../domain/measures/compare-names.ts'
import { themeNames, themes } from '../../domain/measures/measure.ts'
import { deliveryWords } from '../../domain/plans/judge-milestone.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Fold } from '../../ui/Fold.tsx'
import list from '../../ui/ListPage.module.css'
import { groupMarks } from './impact-groups.ts'
import type { PlanRow } from './plan-rows.ts'
import { deliveries, impactGroups, type PlanSearch, type SortKey, sortKeys } from './plan-search.ts'
import { isFiltered } from './select-rows.ts'

export interface FiltersProps {
  rows: readonly PlanRow[]
  search: PlanSearch
  onSearch: (changes: Partial<PlanSearch>) => void
  children: ReactNode
}

const sortLabels: Record<SortKey, string> = {
  date: 'Date',
  slip: 'Slip, longest first',
  moves: 'Moves, most first',
  delivery: 'Delivery, off track first',
  impact: 'Impact, no effect first',
  chance: 'Chance by its date, smallest first',
  owner: 'Owner',
}

export const nothingChosen = {
  workstream: undefined,
  delivery: undefined,
  impact: undefined,
  owner: undefined,
  theme: undefined,
}

/** What is chosen is in the address, so that a link shows the same milestones. */
export function Filters({ rows, search, onSearch, children }: FiltersProps) {
  const workstreams = new Map(rows.map(({ workstream }) => [workstream.id, workstream.name]))
  const owners = [...new Set(rows.map(({ owner }) => owner))].sort((a, b) => compareNames(a, b))
  const withoutEffect = rows.filter(({ impact }) => impact?.group === 'no-effect').length
  return (
    <search className={`filters ${list.filters} screen-only`} aria-label="Milestones">
      <Fold label="Filter, sort">
        <Choice
          label="Workstream"
          all="All workstreams"
          value={search.workstream}
          options={[...workstreams]}
          onChoose={(workstream) => onSearch({ workstream })}
        />
        <Choice
          label="Delivery"
          all="Any delivery"
          value={search.delivery}
          options={deliveries.map((delivery) => [delivery, deliveryWords[delivery]])}
          onChoose={(delivery) => onSearch({ delivery })}
        />
        <Choice
          label="Impact"
          all="Any impact"
          value={search.impact}
          options={impactGroups
            .filter((group) => group === search.impact || rows.some(({ impact }) => impact?.group === group))
            .map((group) => [group, groupMarks[group].label])}
          onChoose={(impact) => onSearch({ impact })}
        />
        <Choice
          label="Owner"
          all="All owners"
          value={search.owner}
          options={owners.map((owner) => [owner, owner])}
          onChoose={(owner) => onSearch({ owner })}
        />
        <Choice
          label="Theme"
          all="All themes"
          value={search.theme}
          options={themes
            .filter((theme) => rows.some((row) => row.theme === theme))
            .map((theme) => [theme, themeNames[theme]])}
          onChoose={(theme) => onSearch({ theme })}
        />
        <Choice
          label="Sort by"
          all="Workstream"
          value={search.sort}
          options={sortKeys.map((key) => [key, sortLabels[key]])}
          onChoose={(sort) => onSearch({ sort })}
        />
        {withoutEffect > 0 && (
          <button
            type="button"
            className="button"
            aria-pressed={search.impact === 'no-effect'}
            onClick={() => onSearch({ impact: search.impact === 'no-effect' ? undefined : 'no-effect' })}
          >
            Done, no effect yet: {withoutEffect}
          </button>
        )}
      </Fold>
      <span className={list.filterEnd}>
        {isFiltered(search) && (
          <button type="button" className="button" onClick={() => onSearch(nothingChosen)}>
            Clear filters
          </button>
        )}
        {children}
      </span>
    </search>
  )
}
