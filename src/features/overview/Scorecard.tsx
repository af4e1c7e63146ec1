import { type CSSProperties, memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import { useAfterPaint } from '../../ui/after-paint.ts'
import { Icon } from '../../ui/Icon.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Filters } from './Filters.tsx'
import type { OverviewSearch, SortKey } from './overview-search.ts'
import styles from './Scorecard.module.css'
import { ScorecardKey } from './ScorecardKey.tsx'
import { ScorecardRow } from './ScorecardRow.tsx'
import { groupByTheme, isFiltered, needsLooking, selectRows } from './scorecard-filter.ts'
import type { RowModel } from './scorecard-model.ts'

export interface ScorecardProps {
  rows: readonly RowModel[]
  search: OverviewSearch
  onSearch: (changes: Partial<OverviewSearch>) => void
}

/** Every measure as a row; on a narrow screen, as a card. */
export function Scorecard({ rows, search, onSearch }: ScorecardProps) {
  // the controls answer at once; 48 rows come a moment later, and a newer choice overtakes them
  const settled = useDeferredValue(search)
  const shown = useMemo(() => selectRows(rows, settled), [rows, settled])
  const groups = useMemo(
    () => ((settled.sort ?? 'theme') === 'theme' ? groupByTheme(shown) : [{ theme: null, rows: shown }]),
    [shown, settled.sort],
  )
  // as wide as any measure asks, shown or not: a filter that changed it would have every cell laid out again
  const room = useMemo(() => roomOfFigures(rows), [rows])
  const heading = useRef<HTMLHeadingElement>(null)
  // the button that was pressed is gone with the filters, so the focus needs a place
  const clear = () => {
    heading.current?.focus()
    onSearch({ theme: undefined, owner: undefined, standing: undefined, signal: undefined, find: undefined })
  }
  return (
    <section className="section" aria-labelledby="scorecard">
      <div className="section-head">
        <h2 className="heading-2" id="scorecard" ref={heading} tabIndex={-1}>
          Scorecard
        </h2>
        <p aria-live="polite" aria-atomic="true">
          {shown.length === rows.length
            ? countOf(rows.length, 'measure')
            : `${shown.length} of ${countOf(rows.length, 'measure')}`}
        </p>
        <ScorecardKey />
      </div>
      <Filters rows={rows} search={search} onSearch={onSearch} onClear={clear}>
        <TakeAway
          exhibit={{ kind: 'scorecard', kpi: null, search: definedOf(search) }}
          title="Scorecard"
          isShown={shown.length > 0}
        />
      </Filters>
      {shown.length === 0 ? (
        <EmptyState title="No measure matches" detail="Nothing in this edition has all that was asked for.">
          <button type="button" className="button" onClick={clear}>
            Clear filters
          </button>
        </EmptyState>
      ) : (
        // roles are given because the table becomes a grid of cards on a narrow screen
        <table className={styles.score} role="table" style={room}>
          <caption className="visually-hidden">
            Measures with their latest figure, history, variation, target and plan
          </caption>
          <Heads search={search} onSearch={onSearch} />
          <Rows groups={groups} canFold={!isFiltered(settled)} />
        </table>
      )}
    </section>
  )
}

const heads: readonly { key: SortKey | null; label: string; className?: string | undefined }[] = [
  { key: 'name', label: 'Measure', className: styles.nameHead },
  { key: 'value', label: 'Latest', className: styles.valueHead },
  { key: 'month', label: 'On month', className: styles.changeHead },
  { key: 'year', label: 'On year', className: styles.changeHead },
  { key: null, label: 'Three years', className: styles.sparkHead },
  { key: 'signal', label: 'Variation', className: styles.variationHead },
  { key: null, label: 'Target', className: styles.targetHead },
  { key: 'plan', label: 'Against plan', className: styles.planHead },
  { key: 'milestone', label: 'Next or last milestone', className: styles.milestoneHead },
  { key: 'status', label: 'Figure', className: styles.figureHead },
]

/** Rows are laid out each by itself, so the room of their figures is reckoned for all: it is as wide as the longest. */
function roomOfFigures(rows: readonly RowModel[]): CSSProperties {
  const longest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length))
  const latest = longest(rows.map(({ value }) => value.text))
  const change = longest(
    rows.flatMap(({ onPeriod, onYear }) => [onPeriod.text, onYear.text].map(withoutUnit)),
  )
  return {
    '--latest-room': `${latest * 0.66 + 0.5}rem`,
    '--change-room': `${change * 0.48 + 0.5}rem`,
  } as CSSProperties
}

/** The unit of a difference stands on a line of its own where room is short. */
function withoutUnit(text: string): string {
  return text.split(' ')[0] ?? text
}

type Sorted = Pick<OverviewSearch, 'sort' | 'order'>

function Heads({ search: { sort, order }, onSearch }: Pick<ScorecardProps, 'search' | 'onSearch'>) {
  // the head that was pressed shows it before the rows are put in order
  const [pressed, setPressed] = useState<Sorted | null>(null)
  const afterPaint = useAfterPaint()
  useEffect(() => {
    // the address has caught up and leads again
    if (pressed?.sort === sort && pressed?.order === order) setPressed(null)
  }, [sort, order, pressed])
  const shown = pressed ?? { sort, order }
  const press = (key: SortKey) => {
    const next = nextOrder(shown, key)
    setPressed(next)
    afterPaint(() => onSearch(next))
  }
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map(({ key, label, className }) => {
          const isSorted = key !== null && shown.sort === key
          const isUp = shown.order !== 'down'
          return (
            <th
              key={label}
              role="columnheader"
              scope="col"
              className={className}
              aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
            >
              {key === null ? (
                label
              ) : (
                <button type="button" onClick={() => press(key)}>
                  {label}
                  {isSorted && <Icon name={isUp ? 'sort-up' : 'sort-down'} size={16} />}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** A third press on the same head goes back to the order of themes. */
function nextOrder({ sort, order }: Sorted, key: SortKey): Sorted {
  if (sort !== key) return { sort: key, order: undefined }
  return order === 'down' ? { sort: undefined, order: undefined } : { sort: key, order: 'down' }
}

interface RowsProps {
  groups: readonly { theme: Theme | null; rows: readonly RowModel[] }[]
  canFold: boolean
}

/**
 * One body for all, in any order: a row that stays is moved as it stands, and not made again. On a narrow screen a theme
 * that nobody asked for by a filter is folded to what needs attention or is unknown; the rest is one press away.
 */
const Rows = memo(function Rows({ groups, canFold }: RowsProps) {
  const [opened, setOpened] = useState<readonly Theme[]>([])
  const folds = canFold && groups.some(({ theme }) => theme !== null)
  return (
    <tbody role="rowgroup" className={folds ? styles.folds : undefined}>
      {groups.flatMap(({ theme, rows }) => [
        theme && (
          <ThemeHead
            key={`theme ${theme}`}
            theme={theme}
            rows={rows}
            canFold={folds}
            isOpen={opened.includes(theme)}
            onOpen={(isOpen) =>
              setOpened(isOpen ? [...opened, theme] : opened.filter((other) => other !== theme))
            }
          />
        ),
        ...rows.map((row) => <ScorecardRow key={row.id} row={row} isOpened={opened.includes(row.theme)} />),
      ])}
    </tbody>
  )
})

interface ThemeHeadProps {
  theme: Theme
  rows: readonly RowModel[]
  canFold: boolean
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

function ThemeHead({ theme, rows, canFold, isOpen, onOpen }: ThemeHeadProps) {
  const foldable = canFold ? rows.filter((row) => !needsLooking(row)).length : 0
  return (
    <tr className={styles.theme} role="row">
      <th colSpan={10} scope="colgroup" role="rowheader">
        <h3 className="heading-3">{themeNames[theme]}</h3> <span>{countOf(rows.length, 'measure')}</span>
        {foldable > 0 && (
          <button
            type="button"
            className={`link-button ${styles.fold}`}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? 'Show only what needs attention' : `Show ${foldable} more`}
            <span className="visually-hidden"> of {themeNames[theme]}</span>
          </button>
        )}
      </th>
    </tr>
  )
}
