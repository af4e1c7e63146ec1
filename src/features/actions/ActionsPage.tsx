import { useQuery } from '@tanstack/react-query'
import { type ActionsReply, actionsQuery, liveActionsQuery } from '../../api/actions.ts'
import { editionsQuery } from '../../api/editions.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { overviewQuery } from '../../api/overview.ts'
import { planQuery } from '../../api/plan.ts'
import { sessionQuery } from '../../api/session.ts'
import type { PinnedView } from '../../api/view.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { Plan } from '../../domain/plans/plan.ts'
import list from '../../ui/ListPage.module.css'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { ActionList } from './ActionList.tsx'
import styles from './ActionsPage.module.css'
import { buildActionRows } from './action-rows.ts'
import { writeActionsFinding, writeAsOf } from './actions-finding.ts'
import { type ActionsSearch, isForm, isLive, noForm, unlinked } from './actions-search.ts'
import { hasDraft } from './form/use-action-draft.ts'
import { mayWriteNow, useWriting } from './form/use-writing.tsx'
import type { NewestLog } from './release-words.ts'
import { Tally } from './Tally.tsx'
import { UncoveredSection } from './UncoveredSection.tsx'

export interface ActionsPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: ActionsSearch
  onSearch: (changes: Partial<ActionsSearch>) => void
}

/** What happened to what we asked for? */
export function ActionsPage(props: ActionsPageProps) {
  const { view, organisation, search } = props
  const live = isLive(search)
  const ofEdition = useQuery({ ...actionsQuery(view), enabled: !live })
  const ofToday = useQuery({ ...liveActionsQuery(view.audience), enabled: live })
  const kpis = useQuery(kpisQuery(view))
  const plan = useQuery(planQuery(view))
  const newest = useNewestLog(live && view.audience === 'exact')
  useDocumentTitle('Actions', organisation.service, organisation.name)
  return (
    <QueryPanel query={live ? ofToday : ofEdition} what="actions" height="100vh" heading="Actions">
      {(log) => (
        <QueryPanel query={kpis} what="definitions" height="100vh" heading="Actions">
          {(described) => (
            <QueryPanel query={plan} what="improvement plan" height="100vh" heading="Actions">
              {({ milestones }) => (
                <Actions {...props} log={log} newest={newest} kpis={described.kpis} milestones={milestones} />
              )}
            </QueryPanel>
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

/** What everybody may read of the log of today is what the newest edition released of it. */
function useNewestLog(isWanted: boolean): NewestLog | null {
  const edition = useQuery(editionsQuery()).data?.editions[0]?.number
  const log = useQuery({
    ...actionsQuery({ edition: edition ?? 0, audience: 'exact' }),
    enabled: isWanted && edition !== undefined,
  })
  return isWanted && edition !== undefined && log.data ? { edition, actions: log.data.actions } : null
}

interface ActionsProps extends ActionsPageProps {
  log: ActionsReply
  newest: NewestLog | null
  kpis: readonly DescribedKpi[]
  milestones: Plan['milestones']
}

function Actions(props: ActionsProps) {
  const { log, newest, kpis, milestones, view, organisation, search, onSearch } = props
  const overview = useQuery(overviewQuery(view))
  const rows = buildActionRows({
    actions: log.actions,
    asOf: log.asOf,
    audience: view.audience,
    timezone: organisation.timezone,
    kpis,
    milestones,
    series: overview.data ? new Map(overview.data.kpis.map((row) => [row.id, row])) : null,
    newest,
  })
  const isToday = log.edition === null
  const writing = useWriting(props)
  return (
    <>
      <div className={list.opening}>
        <div>
          <p className="kicker">Actions: what happened to what we asked for?</p>
          <h1 className="finding">{writeActionsFinding(rows, isToday)}</h1>
          <p className="standfirst">{writeAsOf(log)}</p>
          <LogChoice {...props} mayWrite={writing.mayWrite} />
          <LiveWords className={styles.said}>{writing.said}</LiveWords>
          {writing.refused && <p role="alert">{writing.refused}</p>}
        </div>
        <Tally rows={rows} search={search} />
      </div>
      <ActionList {...props} rows={rows} seriesFailed={overview.isError} controls={writing.controls} />
      <UncoveredSection
        view={view}
        actions={log.actions}
        milestones={milestones}
        kpis={kpis}
        isToday={isToday}
        onRecord={writing.mayWrite ? (kpi) => onSearch({ log: 'live', new: kpi }) : undefined}
      />
      {writing.dialog}
    </>
  )
}

/** The edition's log and today's are one press apart; only today's is written in. */
function LogChoice({ log, view, search, onSearch, mayWrite }: ActionsProps & { mayWrite: boolean }) {
  const session = useQuery(sessionQuery()).data
  const isToday = log.edition === null
  const isWriter = mayWriteNow(session, view)
  return (
    <div className={`${styles.logs} screen-only`}>
      {mayWrite && (
        <button type="button" className="button" onClick={() => onSearch({ log: 'live', new: unlinked })}>
          Record an action
        </button>
      )}
      {/* the panel is told of no day after the edition's: it has nothing else to open */}
      {(isToday || view.audience === 'exact') && (
        <button
          type="button"
          className="button"
          onClick={() => onSearch({ ...noForm, log: isToday ? undefined : 'live' })}
        >
          {isToday
            ? `See it as of edition ${view.edition}`
            : isWriter
              ? 'Open today’s log, to record or update'
              : 'See it as it is today'}
        </button>
      )}
      {mayWrite && hasDraft(null) && <p>A new action was begun on this device and is not saved yet.</p>}
      {session && !isWriter && isForm(search) && (
        <p aria-live="polite" aria-atomic="true">
          {session.can.includes('write-actions')
            ? 'These are the figures that the panel sees. To record or update, choose exact figures.'
            : 'Actions are recorded by officers who are signed in; here they can be read.'}
        </p>
      )}
    </div>
  )
}
