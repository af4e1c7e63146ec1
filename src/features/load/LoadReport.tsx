import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { editionsQuery } from '../../api/editions.ts'
import type { ChosenFile, FoundRows, Load } from '../../api/loads.ts'
import type { AskedSource } from '../../api/sources.ts'
import { Notice } from '../../ui/states.tsx'
import { useFocusLeftBehind } from '../../ui/use-focus-left-behind.ts'
import { ComparisonSection } from './comparison/ComparisonSection.tsx'
import { sortProblems } from './group-problems.ts'
import { LookAhead } from './LookAhead.tsx'
import {
  isSuperseded,
  isToBeDescribed,
  isWaiting,
  newestOf,
  warnOfWithdrawn,
  writeLoadWords,
} from './load-words.ts'
import { PointingSection } from './mapping/PointingSection.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { ProblemList } from './ProblemList.tsx'
import { PublishSteps } from './publish/PublishSteps.tsx'
import { AskForRows } from './sources/AskForRows.tsx'
import { WithheldSection } from './WithheldSection.tsx'

export interface LoadReportProps {
  load: Load
  /** as they were chosen; none after the page was opened again */
  files: readonly ChosenFile[]
  /** in which something was found: as they came with the answer to these files, or read again from them */
  rows: readonly FoundRows[]
  /** why they could not be read again; null where that was not tried, or went well */
  whyNoRows: string | null
  /** the source that brought these files, where errors were found in them and their rows are not at hand */
  refusedSource: string | null
  /** of the organisation */
  timezone: string
  /** whoever pressed is taken to what came of it, as later to what it became */
  takesFocus: boolean
  /** the same files again, with what was said of them */
  onCheck: (files: readonly ChosenFile[]) => void
  /** other files instead of these */
  onAgain: () => void
  /** what the source has now, with its rows */
  onAsked: (asked: AskedSource) => void
}

const chooseAgain =
  'The rows of a file are shown to whoever sends it, unless persons may be in it, and are kept nowhere: choose the files again to see them.'

/** What was found in a load, what it would change, and what can be done with it. */
export function LoadReport(props: LoadReportProps) {
  const { load, files, rows, whyNoRows, refusedSource, timezone, takesFocus, onCheck, onAgain, onAsked } =
    props
  const editions = useQuery(editionsQuery()).data?.editions ?? []
  const { finding, standfirst } = writeLoadWords(load, editions, timezone)
  const { errors, asked, notices } = sortProblems(load.problems)
  const isPlaced = load.problems.some(({ severity, line }) => severity === 'error' && line > 0)
  const mayBePublished = load.state === 'staged' && !isWaiting(load) && !isSuperseded(load, editions)
  const head = useRef<HTMLHeadingElement>(null)
  const seen = useRef(takesFocus ? null : load.state)
  useEffect(() => {
    if (seen.current !== load.state) head.current?.focus()
    seen.current = load.state
  }, [load.state])
  // with its time set the form goes that set it
  useFocusLeftBehind(head, isWaiting(load))
  const warning = warnOfWithdrawn(editions)
  return (
    <>
      <h1 ref={head} className="finding" tabIndex={-1}>
        {finding}
      </h1>
      <p className="standfirst">{standfirst}</p>
      {mayBePublished && warning && <Notice>{warning}</Notice>}
      {load.state === 'staged' && !isSuperseded(load, editions) && <LookAhead load={load.id} />}
      {load.edition !== null && <Published edition={load.edition} onAgain={onAgain} />}
      {isPlaced && refusedSource && <AskForRows source={refusedSource} onAsked={onAsked} />}
      {whyNoRows && <Notice>The rows of these files could not be read again. {whyNoRows}</Notice>}
      {load.undescribed && load.undescribed.length > 0 && (
        <PointingSection load={load} files={files} onCheck={onCheck} />
      )}
      <ProblemList
        id="errors"
        title="Errors"
        note={`Nothing is published while one of them stands.${isPlaced && files.length === 0 && !refusedSource && rows.length === 0 ? ` ${chooseAgain}` : ''}`}
        // where columns are pointed at, what is to be done stands there
        groups={isToBeDescribed(load) ? [] : errors}
        all={load.problems}
        rows={rows}
      />
      <ProblemList
        id="asked"
        title="To be confirmed"
        note="Right only if somebody knows why. Published with a reason, or put right at the source."
        groups={asked}
        all={load.problems}
        rows={rows}
      />
      {load.preview.length > 0 && (
        <PreviewTable previews={load.preview} isPublished={load.state === 'published'} />
      )}
      {load.comparison && load.comparison.length > 0 && (
        <ComparisonSection comparisons={load.comparison} isPublished={load.state === 'published'} />
      )}
      {load.withheld && load.withheld.length > 0 && (
        <WithheldSection
          withheld={load.withheld}
          names={namesIn(load)}
          isPublished={load.state === 'published'}
        />
      )}
      {mayBePublished && <PublishSteps load={load} timezone={timezone} latest={newestOf(editions)} />}
      <ProblemList
        id="notices"
        title="Noticed"
        note="None of this keeps the files from being published."
        groups={notices}
        all={load.problems}
        rows={rows}
      />
    </>
  )
}

/** Measures of which anything changes, which alone have new figures to withhold. */
function namesIn({ comparison = [] }: Load): ReadonlyMap<string, string> {
  return new Map(comparison.flatMap(({ measures }) => measures.map(({ kpi, name }) => [kpi, name])))
}

function Published({ edition, onAgain }: { edition: number; onAgain: () => void }) {
  const number = String(edition)
  return (
    <p>
      <Link to="/" search={{ edition: number }}>
        Open edition {number}
      </Link>
      {edition > 1 && (
        <>
          {' · '}
          <Link to="/changes" search={{ edition: number }}>
            What changed in it
          </Link>
        </>
      )}
      {' · '}
      <button type="button" className="link-button" onClick={onAgain}>
        Load other files
      </button>
    </p>
  )
}
