import type { CSSProperties, ReactNode } from 'react'
import type { Exhibit, ExhibitFact, ExhibitOrigin, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { layOutTable } from '../../exhibits/screen-table.ts'
import { NamedImage } from '../../ui/NamedImage.tsx'
import styles from './Slide.module.css'
import { hall, longFinding, roomForTable, type SlideWords } from './slide-room.ts'
import type { Slide } from './slides.ts'
import { type Stage, usePictureRoom, useStage } from './use-stage.ts'

export interface SlideViewProps {
  slide: Slide
  place: number
  of: number
  /** whom this is shown to, in words */
  shownTo: string
}

/** One item, readable from the back of a hall. */
export function SlideView({ slide, place, of, shownTo }: SlideViewProps) {
  const { item, exhibit } = slide
  const { origin } = useExhibitSource()
  const [ref, stage] = useStage()
  const lengths = stage && { '--u': `${stage.unit}px`, '--type': `${stage.type}px` }
  return (
    <article
      className={styles.slide}
      data-upright={stage?.isUpright}
      style={lengths as CSSProperties}
      aria-label={`${place} of ${of}`}
    >
      {/* as large as the screen, whatever the slide holds */}
      <div ref={ref} className={styles.screen} />
      <Head origin={origin} group={item.group} shownTo={shownTo} />
      {exhibit ? (
        <Shown exhibit={exhibit} line={item.line} stage={stage} />
      ) : (
        <div className={styles.absent}>
          <h1 className={styles.finding}>This item has not been read yet</h1>
          {item.line && <p className={styles.line}>{item.line}</p>}
        </div>
      )}
      <Foot origin={origin} place={place} of={of} />
    </article>
  )
}

interface HeadProps {
  origin: ExhibitOrigin
  group: string
  shownTo: string
}

/** Whose it is, for whom, and what nobody may overlook: on every screen, whatever it can show. */
function Head({ origin: { organisation, edition }, group, shownTo }: HeadProps) {
  return (
    <header className={styles.head}>
      <p>
        <b>
          {organisation.service} · {organisation.name}
        </b>{' '}
        {group}
      </p>
      <p className={styles.tags}>
        {edition.withdrawn && <span className={styles.tag}>Withdrawn edition</span>}
        {organisation.illustrative && <span className={styles.tag}>Illustrative data</span>}
        <span>Shown to: {shownTo}</span>
      </p>
    </header>
  )
}

interface ShownProps {
  exhibit: Exhibit<ReactNode>
  line: string
  stage: Stage | null
}

function Shown({ exhibit, line, stage }: ShownProps) {
  const { finding, subtitle, picture, facts, tables, altText } = exhibit
  const [table] = tables
  return (
    <>
      <h1 className={finding.length > longFinding ? `${styles.finding} ${styles.long}` : styles.finding}>
        {finding}
      </h1>
      <p className={styles.subtitle}>{subtitle}</p>
      {line && <p className={styles.line}>{line}</p>}
      <div className={facts.length > 0 && picture ? styles.body : styles.wide}>
        {picture ? (
          <Picture picture={picture} altText={altText} isWide={facts.length === 0} />
        ) : (
          table && <SlideTable table={table} words={{ finding, subtitle, line }} stage={stage} />
        )}
        {picture && facts.length > 0 && <Facts facts={facts} />}
      </div>
    </>
  )
}

/** On paper, where nothing gives it a height: drawn at this many px and enlarged to the sheet. */
const onPaper = { beside: { width: 600, height: 283 }, wide: { width: 800, height: 302 } }

interface PictureProps {
  picture: NonNullable<Exhibit<ReactNode>['picture']>
  altText: string
  isWide: boolean
}

function Picture({ picture, altText, isWide }: PictureProps) {
  const [ref, room] = usePictureRoom()
  const size = room ?? (isWide ? onPaper.wide : onPaper.beside)
  return (
    <div className={styles.picture} ref={ref}>
      <NamedImage
        preserveAspectRatio="xMinYMin meet"
        viewBox={`0 0 ${size.width} ${size.height}`}
        name={altText}
      >
        {picture({ ...size, leastScale: 1 })}
      </NamedImage>
    </div>
  )
}

function Facts({ facts }: { facts: readonly ExhibitFact[] }) {
  return (
    <ul className={styles.facts} aria-label="Figures">
      {facts.map(({ figure, words }) => (
        <li key={words}>
          <b className={figure.length > 7 ? styles.longFigure : styles.figure}>{figure}</b>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

interface SlideTableProps {
  table: ExhibitTable
  words: SlideWords
  stage: Stage | null
}

function SlideTable({ table, words, stage }: SlideTableProps) {
  const { columns, rows, more } = layOutTable(table, roomForTable(words, stage ?? hall))
  return (
    <div>
      <table className={styles.table}>
        <caption className="visually-hidden">{table.title}</caption>
        <colgroup>
          {columns.map(({ head, width }) => (
            <col key={head} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={isNumber ? styles.number : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) => (
                <td
                  key={columns[column]?.head}
                  className={columns[column]?.isNumber ? styles.number : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className={styles.more}>{more}</p>}
    </div>
  )
}

function Foot({ origin, place, of }: { origin: ExhibitOrigin; place: number; of: number }) {
  const { organisation, edition } = origin
  return (
    <footer className={styles.foot}>
      <p>
        <b>Edition {edition.number}</b>, {edition.label} · data as at {formatDate(edition.dataAsAt)}
      </p>
      <p className={styles.place}>
        {place} of {of}
      </p>
      <p className={styles.marking}>{organisation.marking}</p>
    </footer>
  )
}
