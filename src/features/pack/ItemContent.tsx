import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import type { ExhibitKind } from '../../domain/exhibits/exhibit-ref.ts'
import { ExhibitPicture } from './ExhibitPicture.tsx'
import { ExhibitTableHead } from './ExhibitTableHead.tsx'
import styles from './PackPage.module.css'

export interface ItemContentProps {
  exhibit: Exhibit<ReactNode>
  kind: ExhibitKind
  /** what the maker of the pack says of it */
  line: ReactNode
}

/** Pictures of many parts, which need the height to show them. */
const ofMany: ReadonlySet<ExhibitKind> = new Set(['breakdown', 'together', 'safeguarding'])

/** longer ones are on the page of the chart and in files */
const rowsBesidePicture = 14

/** A chart or table of the pack: its finding and picture; on paper with facts, notes and questions. */
export function ItemContent({ exhibit, kind, line }: ItemContentProps) {
  const { finding, subtitle, picture, tables, origin } = exhibit
  const shown = tables.filter(({ isAppendix }) => !isAppendix)
  // beside a picture, the first table alone and only where the sheet has room for it
  const listed = picture ? shown.slice(0, 1).filter(({ rows }) => rows.length <= rowsBesidePicture) : shown
  return (
    <div className={styles.content}>
      <div className={styles.words}>
        <h3 className={styles.finding}>{finding}</h3>
        {origin.edition.withdrawn && (
          <p>Edition {origin.edition.number} was withdrawn. Its figures should no longer be used.</p>
        )}
        {line}
        <p className="note">{subtitle}</p>
        <p className="screen-only">
          <PageLink address={exhibit.address} finding={finding} />
        </p>
      </div>
      <div className={styles.shown}>
        {picture && <ExhibitPicture exhibit={exhibit} isOfMany={ofMany.has(kind)} />}
        {listed.map((table) => (
          <div key={table.title} className={picture ? 'print-only' : undefined}>
            <ExhibitTableHead table={table} />
          </div>
        ))}
      </div>
      <Handout exhibit={exhibit} />
    </div>
  )
}

/** What paper adds: there is nobody to press anything. */
function Handout({ exhibit }: { exhibit: Exhibit<ReactNode> }) {
  const { facts, notes, questions, source, origin, address } = exhibit
  const { edition, audience } = origin
  const joint = address.includes('?') ? '&' : '?'
  return (
    <div className={`print-only ${styles.handout}`}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ figure, words }) => (
            <div key={figure + words}>
              <dt>{figure}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <List title="Notes" lines={notes} />
      <List title="Worth asking" lines={questions} />
      <p className="note">
        Source: {source}. Edition {edition.number}, {edition.label}.{' '}
        {`${location.origin}${address}${joint}edition=${edition.number}&audience=${audience}`}
      </p>
    </div>
  )
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  if (!lines.length) return null
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function PageLink({ address, finding }: { address: string; finding: string }) {
  const [path, search = ''] = address.split('?')
  return (
    <Link
      to={path ?? '/'}
      search={({ edition, audience }) => ({
        ...Object.fromEntries(new URLSearchParams(search)),
        edition,
        audience,
      })}
    >
      Open its page<span className="visually-hidden">: {finding}</span>
    </Link>
  )
}
