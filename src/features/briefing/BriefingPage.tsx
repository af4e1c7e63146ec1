import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { describeBoard } from '../../exhibits/board/Board.tsx'
import { HereLink } from '../../ui/HereLink.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { LoadFailed, Loading, NotPermitted } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { BriefingControls } from './BriefingControls.tsx'
import styles from './BriefingPage.module.css'
import { BriefingText } from './BriefingText.tsx'
import { briefingAddress } from './briefing-address.ts'
import type { BriefingSearch } from './briefing-search.ts'
import { DrawnBoard } from './DrawnBoard.tsx'
import { type Briefing, useBriefing } from './use-briefing.ts'
import { usePictureOnly } from './use-picture-only.ts'

export interface BriefingPageProps {
  kpiId: string
  view: PinnedView
  edition: Edition
  organisation: Organisation
  /** what stands on the board: one exhibit, or up to four */
  refs: readonly [ExhibitRef, ...ExhibitRef[]]
  search: BriefingSearch
  /** all parameters of the page, as they stand in the address */
  raw: Readonly<Record<string, string | undefined>>
  onSearch: (changes: Partial<BriefingSearch>) => void
}

/** One picture to be copied, saved or photographed as it stands; beneath it the same in words. */
export function BriefingPage({
  kpiId,
  view,
  edition,
  organisation,
  refs,
  search,
  raw,
  onSearch,
}: BriefingPageProps) {
  const format = search.format ?? 'wide'
  const query = useBriefing(refs, format, briefingAddress(kpiId, raw, view))
  const isClean = search.view === 'clean'
  const [finding] = query.data?.exhibits ?? []
  usePictureOnly(isClean, () => onSearch({ view: isClean ? undefined : 'clean' }))
  useDocumentTitle(
    finding ? `Briefing: ${finding.finding}` : 'Briefing',
    organisation.service,
    organisation.name,
  )
  return (
    <div className={styles.page} data-picture-keys="">
      <BriefingControls
        kpiId={kpiId}
        isClean={isClean}
        format={refs.length > 1 ? null : format}
        briefing={query.data}
        onFormat={(chosen) => onSearch({ format: chosen === 'wide' ? undefined : chosen })}
        onToggleClean={() => onSearch({ view: isClean ? undefined : 'clean' })}
      />
      {query.data ? (
        <Shown {...query.data} />
      ) : (
        <Absent error={query.error} kpiId={kpiId} edition={edition} onRetry={() => void query.refetch()} />
      )}
    </div>
  )
}

function Shown({ exhibits, board }: Briefing) {
  return (
    <>
      <figure className={styles.figure}>
        <DrawnBoard board={board} alt={describeBoard(exhibits)} className={styles.picture} />
      </figure>
      <BriefingText exhibits={exhibits} />
    </>
  )
}

interface AbsentProps {
  error: Error | null
  kpiId: string
  edition: Edition
  onRetry: () => void
}

/** What stands where the picture is not. */
function Absent({ error, kpiId, edition, onRetry }: AbsentProps) {
  const height = '60vh'
  return (
    <div className={styles.absent}>
      <h1 className="visually-hidden">Briefing</h1>
      {!error && <Loading label="Drawing the picture" height={height} />}
      {error && 'kind' in error && error.kind === 'forbidden' && (
        <NotPermitted height={height}>
          <HereLink changes={{ audience: 'protected' }}>See what the panel sees</HereLink>
        </NotPermitted>
      )}
      {error && !('kind' in error && error.kind === 'forbidden') && (
        <LoadFailed
          title={`The picture could not be drawn from edition ${edition.number}`}
          detail={error.message}
          onRetry={onRetry}
          height={height}
        >
          <MeasureLink id={kpiId}>Open the measure</MeasureLink>
        </LoadFailed>
      )}
    </div>
  )
}
