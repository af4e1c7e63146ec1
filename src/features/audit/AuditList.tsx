import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { type AuditReply, auditQuery, readWholeAudit } from '../../api/audit.ts'
import { noteExport } from '../../api/exports.ts'
import { writeRecords } from '../../domain/exports/write-records.ts'
import { countOf } from '../../domain/measures/format.ts'
import { downloadText } from '../../ui/download-text.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { RecordTable } from '../../ui/RecordTable.tsx'
import { useFocusLeftBehind } from '../../ui/use-focus-left-behind.ts'
import { AuditControls, type AuditControlsProps } from './AuditControls.tsx'
import styles from './AuditPage.module.css'
import { auditColumns, auditFileColumns } from './audit-columns.ts'

interface AuditListProps extends AuditControlsProps {
  timezone: string
}

/** The rows that are asked for, a page at a time, and all of them as a file. */
export function AuditList({ search, onSearch, timezone }: AuditListProps) {
  const query = useQuery(auditQuery(search))
  const head = useRef<HTMLHeadingElement>(null)
  // with one page of rows the button goes that asked for the next
  useFocusLeftBehind(head, search.before)
  return (
    <section className="section" aria-labelledby="rows">
      <div className="section-head">
        <h2 ref={head} className="heading-2" id="rows" tabIndex={-1}>
          Rows
        </h2>
        <LiveWords>{query.data && countOf(query.data.total, 'row')}</LiveWords>
        <div className="end">
          <DownloadRows {...search} />
        </div>
      </div>
      <AuditControls search={search} onSearch={onSearch} />
      <QueryPanel query={query} what="rows of the audit" height="60vh">
        {({ rows, next }: AuditReply) => (
          <>
            {rows.length > 0 ? (
              <RecordTable
                caption="Who did what, when and on what, newest first"
                columns={auditColumns(timezone)}
                rows={rows}
                keyOf={({ place }) => String(place)}
              />
            ) : (
              <p>No row is of this kind, time and person.</p>
            )}
            <nav className={`${styles.pages} screen-only`} aria-label="Pages of the audit">
              {search.before !== undefined && (
                <button type="button" className="button" onClick={() => onSearch({ before: undefined })}>
                  Newest rows
                </button>
              )}
              {next !== null && (
                <button type="button" className="button" onClick={() => onSearch({ before: String(next) })}>
                  Older rows
                </button>
              )}
            </nav>
          </>
        )}
      </QueryPanel>
    </section>
  )
}

/** All rows of what was asked, whichever page is open. */
function DownloadRows({ before: _, ...asked }: AuditControlsProps['search']) {
  const download = useMutation({
    mutationFn: () => readWholeAudit(asked),
    onSuccess: (rows) => {
      downloadText('audit.csv', writeRecords(auditFileColumns, rows))
      noteExport({ form: 'csv' })
    },
  })
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={download.isPending}
        onClick={() => !download.isPending && download.mutate()}
      >
        {download.isPending ? 'Reading all rows' : 'Download CSV'}
      </button>
      <LiveWords>{download.error && `The file could not be made. ${download.error.message}`}</LiveWords>
    </>
  )
}
