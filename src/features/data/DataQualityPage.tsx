import { useQuery } from '@tanstack/react-query'
import { dataQualityQuery } from '../../api/data-quality.ts'
import type { PinnedView } from '../../api/view.ts'
import type { DataQuality } from '../../domain/data-quality/data-quality.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import { RecordSection } from '../../exhibits/RecordSection.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { Controls } from './Controls.tsx'
import { qualityColumns } from './columns.tsx'
import styles from './DataQualityPage.module.css'
import type { DataQualitySearch } from './data-quality-search.ts'
import { writeQualityFinding, writeQualityStandfirst } from './quality-finding.ts'
import { qualityRows } from './quality-rows.ts'

export interface DataQualityPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: DataQualitySearch
  onSearch: (changes: Partial<DataQualitySearch>) => void
}

/** Can these figures be relied on: what is late, provisional, missing or restated? */
export function DataQualityPage(props: DataQualityPageProps) {
  const { view, organisation } = props
  const query = useQuery(dataQualityQuery(view))
  useDocumentTitle('Data quality', organisation.service, organisation.name)
  return (
    <QueryPanel query={query} what="data quality" height="100vh" heading="Data quality">
      {(quality) => <Quality {...props} quality={quality} />}
    </QueryPanel>
  )
}

function Quality({ quality, search, onSearch }: DataQualityPageProps & { quality: DataQuality }) {
  const rows = qualityRows(quality, search)
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">Can these figures be relied on?</p>
        <h1 className="finding">{writeQualityFinding(quality)}</h1>
        {quality.measures.length > 0 && <p className="standfirst">{writeQualityStandfirst(quality)}</p>}
      </div>
      {quality.measures.length === 0 ? (
        <EmptyState
          title="Nothing to show"
          detail="Definitions and figures have not been loaded for this edition."
        />
      ) : (
        <>
          <Controls quality={quality} search={search} onSearch={onSearch} />
          <RecordSection
            id="measures"
            title="Measures"
            count={
              rows.length === quality.measures.length
                ? countOf(rows.length, 'measure')
                : `${rows.length} of ${countOf(quality.measures.length, 'measure')}`
            }
            note="Periods given are counted over the last 36 months, or since the first figure, of the borough as a whole. A withheld period is held, and not shown to this audience."
            caption="Measures by what is due, provisional, missing and restated"
            columns={qualityColumns}
            rows={rows}
            keyOf={(row) => row.kpi}
            exhibit={{ kind: 'data-quality', kpi: null, search: definedOf(search) }}
            empty={
              <>
                No measure matches.{' '}
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onSearch({ theme: undefined, show: undefined })}
                >
                  Show all measures
                </button>
              </>
            }
          />
        </>
      )}
    </>
  )
}
