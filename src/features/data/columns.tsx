import { Link } from '@tanstack/react-router'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import styles from './DataQualityPage.module.css'
import type { QualityRow } from './quality-rows.ts'

/** How a measure's row is laid out, on the screen and in the file alike. */
export const qualityColumns: readonly RecordColumn<QualityRow>[] = [
  {
    head: 'Measure',
    text: ({ name }) => name,
    shown: ({ kpi, name, about }) => (
      <>
        <MeasureLink id={kpi}>{name}</MeasureLink>
        <span className={styles.sub}>{about}</span>
      </>
    ),
    width: 2.5,
  },
  {
    head: 'Latest figure',
    text: ({ latest, received }) => `${latest}, ${lowerFirst(received)}`,
    shown: ({ latest, received }) => (
      <>
        {latest}
        <span className={styles.sub}>{received}</span>
      </>
    ),
    width: 1.25,
  },
  {
    head: 'Next due',
    text: ({ due, state }) => [due, state].filter(Boolean).join('. '),
    shown: ({ due, state, isOverdue }) => (
      <>
        {due}
        {isOverdue ? (
          <IconWord icon="overdue" tone="late" size={18}>
            {state}
          </IconWord>
        ) : (
          <span className={styles.sub}>{state}</span>
        )}
      </>
    ),
    width: 1.75,
  },
  { head: 'Provisional [p]', text: ({ provisional }) => provisional, width: 1.25 },
  {
    head: 'Periods given',
    text: ({ complete, missing, withheld }) => [complete, missing, withheld].filter(Boolean).join('. '),
    shown: ({ complete, missing, withheld }) => (
      <>
        {complete}
        {missing && <span className={styles.sub}>{missing}</span>}
        {withheld && <span className={styles.sub}>{withheld}</span>}
      </>
    ),
    width: 1.75,
  },
  {
    head: 'Restated [r]',
    text: ({ revisions, revisedIn }) =>
      revisedIn === null ? revisions : `${revisions}, last in edition ${revisedIn}`,
    shown: ({ name, revisions, revisedIn }) => (
      <>
        {revisions}
        {revisedIn !== null && revisedIn > 1 && (
          <span className={styles.sub}>
            <Link to="/changes" search={{ edition: String(revisedIn), from: String(revisedIn - 1) }}>
              last in edition {revisedIn}
              <span className="visually-hidden">: {name}</span>
            </Link>
          </span>
        )}
      </>
    ),
    width: 1.25,
  },
  { head: 'Last changed', text: ({ lastChanged }) => lastChanged, width: 0.75 },
]
