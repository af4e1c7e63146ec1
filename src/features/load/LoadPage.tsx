import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { editionsQuery } from '../../api/editions.ts'
import { type FoundRows, type Load, loadQuery, rowsOfLoadQuery } from '../../api/loads.ts'
import { sessionQuery } from '../../api/session.ts'
import { type AskedSource, type Source, sourcesQuery } from '../../api/sources.ts'
import type { Organisation } from '../../domain/editions/publication.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { useFocusLeftBehind } from '../../ui/use-focus-left-behind.ts'
import { FilePicker } from './FilePicker.tsx'
import { FirstFiles } from './FirstFiles.tsx'
import styles from './LoadPage.module.css'
import { LoadReport } from './LoadReport.tsx'
import type { LoadSearch } from './load-search.ts'
import { LoadLogSection } from './log/LoadLogSection.tsx'
import { MappingsSection } from './mappings/MappingsSection.tsx'
import { usePublishedHere } from './publish/use-publish.ts'
import { nextLook } from './schedule/next-look.ts'
import { ScheduledSection } from './schedule/ScheduledSection.tsx'
import { SourcesSection } from './sources/SourcesSection.tsx'
import { TakeBackSection } from './take-back/TakeBackSection.tsx'
import { type Staging, useStaging } from './use-staging.ts'
import { WithdrawSection } from './withdraw/WithdrawSection.tsx'

export interface LoadPageProps {
  organisation: Organisation
  search: LoadSearch
  onSearch: (changes: Partial<LoadSearch>) => void
}

/** The analyst's desk: files in, what would change, and an edition out. */
export function LoadPage({ organisation, search, onSearch }: LoadPageProps) {
  const session = useQuery(sessionQuery())
  useDocumentTitle('Load', organisation.service, organisation.name)
  if (!session.data?.can.includes('load')) return <ForTheAnalyst />
  return <Desk timezone={organisation.timezone} search={search} onSearch={onSearch} />
}

/** The desk of an empty database, for whoever may load. */
export function FirstEditionDesk(props: DeskProps) {
  useDocumentTitle('Load')
  return <Desk {...props} />
}

function ForTheAnalyst() {
  return (
    <>
      <h1 className="visually-hidden">Load</h1>
      <EmptyState
        title="The desk is the analyst's"
        detail="Files are loaded and editions are published by the performance analyst. Whoever is that signs in first, or takes that role under “Viewing as”."
        height="60vh"
      />
    </>
  )
}

interface DeskProps {
  /** of the organisation */
  timezone: string
  search: LoadSearch
  onSearch: (changes: Partial<LoadSearch>) => void
}

function Desk({ timezone, search, onSearch }: DeskProps) {
  const staging = useStaging((load) => onSearch({ load: load.id }))
  const [asked, setAsked] = useState<AskedSource | null>(null)
  const isFirst = useQuery(editionsQuery()).data?.editions.length === 0
  const published = usePublishedHere()
  // what the page was opened on is read from its head anyway
  const opened = useRef(search.load)
  // another file is on its way: what is said of the one before would be taken for its answer
  const isShown = search.load !== undefined && staging.progress === null
  const head = useRef<HTMLHeadingElement>(null)
  // what was pressed to be rid of a load went with it
  useFocusLeftBehind(head, search.load === undefined)
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">From files to an edition</p>
        {!isShown && (
          <>
            <h1 ref={head} className="finding" tabIndex={-1}>
              Load files for the {isFirst ? 'first' : 'next'} edition
            </h1>
            <p className="standfirst">
              {isFirst
                ? 'Files are checked first. Nothing is published until it is said twice.'
                : 'Files are checked and set against the latest edition first. Nothing is published until it is said twice.'}
            </p>
            {isFirst && <FirstFiles />}
          </>
        )}
      </div>
      {isShown && search.load !== undefined && (
        <StagedLoad
          id={search.load}
          timezone={timezone}
          staging={staging}
          asked={asked}
          isBrought={search.load !== opened.current || published.has(search.load)}
          onAway={() => onSearch({ load: undefined })}
          onAsked={(source) => {
            setAsked(source)
            if (source.load) onSearch({ load: source.load.id })
          }}
        />
      )}
      {/* it stays the same one: it holds the focus while files are sent, and says what comes of them */}
      <section {...(isShown && { className: 'section', 'aria-labelledby': 'other-files' })}>
        {isShown && (
          <div className="section-head">
            <h2 className="heading-2" id="other-files">
              Other files
            </h2>
          </div>
        )}
        <FilePicker staging={staging} />
      </section>
      <SourcesSection onAsked={setAsked} />
      <ScheduledSection timezone={timezone} />
      <MappingsSection />
      <TakeBackSection onStaged={(load) => onSearch({ load: load.id })} />
      <WithdrawSection />
      <LoadLogSection timezone={timezone} />
    </>
  )
}

interface StagedLoadProps {
  id: string
  timezone: string
  staging: Staging
  /** the source that was asked here last */
  asked: AskedSource | null
  /** it came after the page was opened: by files, by a source, by what is taken back */
  isBrought: boolean
  onAway: () => void
  onAsked: (asked: AskedSource) => void
}

function StagedLoad({ id, timezone, staging, asked, isBrought, onAway, onAsked }: StagedLoadProps) {
  const query = useQuery({
    ...loadQuery(id),
    refetchInterval: ({ state }) => nextLook([state.data?.scheduled]),
  })
  const atHand = rowsAtHand(id, staging, asked)
  const again = useQuery({ ...rowsOfLoadQuery(id), enabled: atHand === null && canBeReadAgain(query.data) })
  const sources = useQuery(sourcesQuery()).data?.sources ?? []
  if (isGone(query.error)) return <Expired onAway={onAway} />
  return (
    <QueryPanel query={query} what="checked files" height="60vh" heading="Load">
      {(load: Load) => (
        <LoadReport
          key={load.id}
          load={load}
          files={staging.loadId === load.id ? staging.files : []}
          rows={atHand ?? again.data?.rows ?? []}
          whyNoRows={again.error?.message ?? null}
          refusedSource={atHand === null ? (sources.find((one) => isRefused(one, id))?.name ?? null) : null}
          timezone={timezone}
          takesFocus={isBrought}
          onCheck={staging.send}
          onAgain={onAway}
          onAsked={onAsked}
        />
      )}
    </QueryPanel>
  )
}

/** The rows that came with the answer to what was done on this page; null where nothing of it was of this load. */
function rowsAtHand(id: string, staging: Staging, asked: AskedSource | null): readonly FoundRows[] | null {
  if (staging.loadId === id) return staging.rows
  return asked?.load?.id === id && isOfNow(asked) ? (asked.rows ?? []) : null
}

/** Else its load is an earlier one, whose rows are not told again. */
function isOfNow({ outcome }: AskedSource): boolean {
  return outcome === 'came' || outcome === 'refused'
}

/** Its files wait, and there is a place in them to be shown. */
function canBeReadAgain(load: Load | undefined): boolean {
  return (
    load?.state === 'staged' &&
    load.takesBack === undefined &&
    load.problems.some(({ line, cell }) => line > 0 || cell !== undefined)
  )
}

function isRefused({ load }: Source, id: string): boolean {
  return load?.id === id && load.state === 'rejected'
}

function isGone(error: Error | null): boolean {
  return error !== null && 'kind' in error && error.kind === 'not-found'
}

function Expired({ onAway }: { onAway: () => void }) {
  return (
    <>
      <h1 className="visually-hidden">Load</h1>
      <EmptyState
        title="These files are not kept any more"
        detail="Checked files wait while the service runs, or until the time that was set, and only the newest loads do. Nothing of them was published unless an edition says so. Choose the files again."
      >
        <button type="button" className="button" onClick={onAway}>
          Begin again
        </button>
      </EmptyState>
    </>
  )
}
