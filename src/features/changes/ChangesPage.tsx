import { useQuery } from '@tanstack/react-query'
import { changesQuery } from '../../api/changes.ts'
import { editionsQuery } from '../../api/editions.ts'
import type { PinnedView } from '../../api/view.ts'
import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { Fold } from '../../ui/Fold.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { ChangeLists } from './ChangeLists.tsx'
import styles from './ChangesPage.module.css'
import { Controls } from './Controls.tsx'
import { writeChangesFinding, writeChangesStandfirst } from './changes-finding.ts'
import { buildChangesModel } from './changes-model.ts'
import type { ChangesSearch } from './changes-search.ts'

export interface ChangesPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: ChangesSearch
  onSearch: (changes: Partial<ChangesSearch>) => void
}

/** What is different from the edition before, or from an earlier one? */
export function ChangesPage(props: ChangesPageProps) {
  const { view, edition, organisation, search } = props
  const { data: published } = useQuery(editionsQuery())
  const earlier = (published?.editions ?? []).filter(({ number }) => number < edition.number)
  const asked = search.from === undefined ? undefined : Number(search.from)
  const from = earlier.some(({ number }) => number === asked) ? asked : undefined
  const query = useQuery(changesQuery(view, from))
  useDocumentTitle('Since last time', organisation.service, organisation.name)
  return (
    <>
      {asked !== undefined && from === undefined && published && (
        <Notice>
          There is no edition {asked} before edition {edition.number}: it is compared with the one before it.
        </Notice>
      )}
      <QueryPanel query={query} what="changes" height="100vh" heading="Since last time">
        {(changes) => <Changes {...props} changes={changes} earlier={earlier} />}
      </QueryPanel>
    </>
  )
}

interface ChangesProps extends ChangesPageProps {
  changes: EditionChanges
  earlier: readonly Edition[]
}

function Changes({ changes, earlier, view, search, onSearch }: ChangesProps) {
  const model = buildChangesModel(changes, search.theme)
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">
          {changes.from === null
            ? `Edition ${changes.to}`
            : `Edition ${changes.to} against edition ${changes.from}`}
        </p>
        <h1 className="finding">{writeChangesFinding(changes)}</h1>
        <p className="standfirst">{writeChangesStandfirst(changes)}</p>
      </div>
      {changes.from === null ? (
        <EmptyState
          title="Nothing to compare with"
          detail="Open a later edition to see what changed in it."
        />
      ) : (
        <>
          <div className={styles.folds}>
            <Controls
              changes={changes}
              earlier={earlier}
              themes={model.themes}
              search={search}
              onSearch={onSearch}
            />
            <EditionNotes changes={changes} />
          </div>
          <ChangeLists
            changes={changes}
            from={changes.from}
            model={model}
            audience={view.audience}
            search={search}
            onFrom={(from) => onSearch({ from })}
          />
        </>
      )}
    </>
  )
}

/** What each edition since then said of itself when it was published. */
function EditionNotes({ changes }: { changes: EditionChanges }) {
  const notes = changes.editions.filter(({ number, note }) => number !== changes.from && note)
  if (!notes.length) return null
  return (
    <Fold label="Edition notes">
      <dl className={styles.notes} aria-label="Notes of the editions">
        {notes.map(({ number, label, note }) => (
          <div key={number}>
            <dt>
              Edition {number}, {label}
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
