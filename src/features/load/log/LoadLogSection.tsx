import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type LoadLogEntry, loadLogQuery } from '../../../api/load-log.ts'
import { writeRecords } from '../../../domain/exports/write-records.ts'
import { downloadText } from '../../../ui/download-text.ts'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { RecordTable } from '../../../ui/RecordTable.tsx'
import { filesOfLoads, loadLogColumns, loadLogFileColumns } from './load-log-columns.ts'

/** Shown on the page; the file has all. */
const most = 20

export interface LoadLogSectionProps {
  timezone: string
}

/** Every load: what came, who brought it, what it changed and what became of it. */
export function LoadLogSection({ timezone }: LoadLogSectionProps) {
  const query = useQuery(loadLogQuery())
  return (
    <section className="section" aria-labelledby="log-of-loads">
      <div className="section-head">
        <h2 className="heading-2" id="log-of-loads">
          Log of loads and editions
        </h2>
        <div className="end">
          <Link to="/audit">Audit: who did what</Link>
        </div>
      </div>
      <QueryPanel query={query} what="loads of the log" height="8rem">
        {({ loads }) =>
          loads.length === 0 ? (
            <p className="note">Nothing has been loaded yet.</p>
          ) : (
            <Loads loads={loads} timezone={timezone} />
          )
        }
      </QueryPanel>
    </section>
  )
}

function Loads({ loads, timezone }: { loads: readonly LoadLogEntry[]; timezone: string }) {
  return (
    <>
      <p className="note">
        {loads.length > most && `The newest ${most} loads; the file has all. `}
        The file has the size and the SHA-256 of each file that was sent; the files themselves are not kept.
      </p>
      <p className="screen-only">
        <button
          type="button"
          className="button"
          onClick={() => downloadText('loads.csv', writeRecords(loadLogFileColumns, filesOfLoads(loads)))}
        >
          Download CSV
        </button>
      </p>
      <RecordTable
        caption="Loads, newest first"
        columns={loadLogColumns(timezone)}
        rows={loads.slice(0, most)}
        keyOf={({ id }) => id}
      />
    </>
  )
}
