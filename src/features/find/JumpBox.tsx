import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { findEntries, type SearchIndex } from '../../domain/search/find-entries.ts'
import styles from './JumpBox.module.css'
import type { JumpEntry } from './jump-entries.ts'
import { movedTo } from './moved-to.ts'

const mostShown = 12

export interface JumpBoxProps {
  index: SearchIndex<JumpEntry>
  isReading: boolean
  onChoose: (entry: JumpEntry) => void
}

/** A combobox as the ARIA practices describe it: the focus stays in the field, the keys move through the list. */
export function JumpBox({ index, isReading, onChoose }: JumpBoxProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = typed.trim() === '' ? firstOf(index) : findEntries(index, typed, index.entries.length)
  const entries = typed.trim() === '' ? found : found.slice(0, mostShown)
  const active = entries[Math.min(place, entries.length - 1)]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (active) onChoose(active)
      return
    }
    const next = movedTo(event.key, place, entries.length)
    if (next === null) return
    event.preventDefault()
    setPlace(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className={styles.box}>
      <label htmlFor={`${id}-field`}>A measure, milestone, action or page, as you would call it</label>
      <input
        className="field"
        id={`${id}-field`}
        type="text"
        role="combobox"
        data-first-focus=""
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.id}`}
        aria-describedby={`${id}-count`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="note" id={`${id}-count`} aria-live="polite" aria-atomic="true">
        {countWords(typed, found.length, isReading)}
      </p>
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label="Found" ref={list}>
        {entries.map((entry) => (
          <Option
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            isActive={entry === active}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

interface OptionProps {
  id: string
  entry: JumpEntry
  isActive: boolean
  onChoose: (entry: JumpEntry) => void
}

/** Not a stop of the keyboard: the field's keys move through the options. */
function Option({ id, entry, isActive, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      className={styles.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // the field keeps the focus while the pointer chooses
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
      onKeyDown={(event) => event.key === 'Enter' && onChoose(entry)}
    >
      <span>
        <strong>{entry.label}</strong>
        {entry.detail && <span className={styles.detail}> {entry.detail}</span>}
      </span>
      <span className={styles.kind}>{entry.kind}</span>
    </div>
  )
}

/** Before anything is typed: the pages, which come first. */
function firstOf({ entries }: SearchIndex<JumpEntry>): JumpEntry[] {
  return entries.map(({ entry }) => entry).filter(({ kind }) => kind === 'Page')
}

function countWords(typed: string, count: number, isReading: boolean): string {
  if (isReading) return 'Reading measures and milestones'
  if (typed.trim() === '')
    return 'Arrow keys move through the list, Enter opens. Short forms work: OT, DoLS, s42.'
  if (count === 0) return `Nothing is called \u201c${typed.trim()}\u201d. Try a shorter word, or another.`
  if (count === 1) return '1 found'
  return count > mostShown
    ? `${count} found, the best ${mostShown} of them shown: type more to narrow`
    : `${count} found`
}
