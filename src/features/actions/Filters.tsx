import type { ReactNode } from 'react'
import { actionStatuses } from '../../domain/actions/action.ts'
import { compareNames } from '../../domain/measures/compare-names.ts'
import { actionMarks } from '../../ui/action-marks.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Fold } from '../../ui/Fold.tsx'
import list from '../../ui/ListPage.module.css'
import type { ActionRow } from './action-rows.ts'
import { type ActionsSearch, isFiltered, nothingChosen, type StatusChoice } from './actions-search.ts'

export interface FiltersProps {
  rows: readonly ActionRow[]
  search: ActionsSearch
  onSearch: (changes: Partial<ActionsSearch>) => void
  children: ReactNode
}

const statusOptions: [StatusChoice, string][] = [
  ['unsettled', 'Still to be settled'],
  ...actionStatuses.map((status): [StatusChoice, string] => [status, actionMarks[status].word]),
]

/** What is chosen is in the address, so that a link shows the same actions. */
export function Filters({ rows, search, onSearch, children }: FiltersProps) {
  return (
    <search className={`filters ${list.filters} screen-only`} aria-label="Actions">
      <Fold label="Filter, group">
        <Choice
          label="Board"
          all="All boards"
          value={search.board}
          options={namesOf(rows.map(({ action }) => action.board))}
          onChoose={(board) => onSearch({ board })}
        />
        <Choice
          label="Owner"
          all="All owners"
          value={search.owner}
          options={namesOf(rows.map(({ action }) => action.ownerRole))}
          onChoose={(owner) => onSearch({ owner })}
        />
        <Choice
          label="Status"
          all="Any status"
          value={search.status}
          options={statusOptions}
          onChoose={(status) => onSearch({ status })}
        />
        <Choice
          label="Measure"
          all="Any measure"
          value={search.kpi}
          options={measuresOf(rows)}
          onChoose={(kpi) => onSearch({ kpi })}
        />
        <Choice
          label="Show"
          all="By board"
          value={search.group}
          options={[['none', 'As one list']]}
          onChoose={(group) => onSearch({ group })}
        />
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

function namesOf(names: readonly string[]): [string, string][] {
  return [...new Set(names)].sort((a, b) => compareNames(a, b)).map((name) => [name, name])
}

function measuresOf(rows: readonly ActionRow[]): [string, string][] {
  const named = new Map(rows.flatMap(({ measure }) => (measure ? [[measure.id, measure.name]] : [])))
  return [...named].sort(([, a], [, b]) => compareNames(a, b))
}
