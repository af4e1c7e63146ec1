import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Action, ActionsReply } from '../../../api/actions.ts'
import { type Session, sessionQuery } from '../../../api/session.ts'
import type { PinnedView } from '../../../api/view.ts'
import { statusesFrom } from '../../../domain/actions/transitions.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Milestone } from '../../../domain/plans/plan.ts'
import { actionMarks } from '../../../ui/action-marks.ts'
import type { ActionRow } from '../action-rows.ts'
import { type ActionsSearch, noForm, unlinked } from '../actions-search.ts'
import type { NewestLog } from '../release-words.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { formChoices } from './form-choices.ts'
import { hasDraft } from './use-action-draft.ts'
import { stepRefused, useNextStep } from './use-next-step.ts'
import { WritingControls } from './WritingControls.tsx'

export interface WritingInput {
  view: PinnedView
  log: ActionsReply
  newest: NewestLog | null
  kpis: readonly DescribedKpi[]
  milestones: readonly Milestone[]
  search: ActionsSearch
  onSearch: (changes: Partial<ActionsSearch>) => void
}

export interface Writing {
  /** whether whoever is signed in may write into what is shown */
  mayWrite: boolean
  /** what was saved last, for everybody to hear */
  said: string
  /** why the last step was not saved */
  refused: string | null
  controls: ((row: ActionRow) => ReactNode) | undefined
  dialog: ReactNode
}

/** Recording and changing actions, for those who may: only in the log as it is today. */
export function useWriting(input: WritingInput): Writing {
  const { view, log, search, onSearch } = input
  const session = useQuery(sessionQuery()).data
  const [said, setSaid] = useState('')
  const step = useNextStep(view, session ?? { role: 'public', name: '' }, log.asOf)
  const goTo = useGoTo(search)
  const mayWrite = mayWriteNow(session, view) && log.edition === null
  // of another service, and of none, a lead reads what is released, and changes nothing
  const isLead = input.kpis.some(isOfOthers)
  const own = new Set(input.kpis.filter((kpi) => !isOfOthers(kpi)).map(({ id }) => id))
  const mayChange = ({ measure }: ActionRow) => !isLead || (measure !== null && own.has(measure.id))
  const takeStep = (row: ActionRow, status: Action['status']) => {
    if (step.isPending) return
    setSaid('')
    step.mutate(
      { action: row.action, status },
      {
        onSuccess: () => setSaid(`Action ${row.id} is now ${actionMarks[status].word.toLowerCase()}.`),
      },
    )
  }
  return {
    mayWrite,
    said,
    refused: step.error && step.variables ? stepRefused(step.error, step.variables.action.id) : null,
    controls: mayWrite
      ? (row) =>
          mayChange(row) && (
            <WritingControls
              row={row}
              reachable={statusesFrom(row.action.status, session?.role ?? 'public')}
              hasDraft={hasDraft(row.id)}
              onStep={(status) => takeStep(row, status)}
              onChange={(to) => onSearch({ log: 'live', change: row.id, to })}
            />
          )
      : undefined,
    dialog: mayWrite && (
      <OpenForm
        {...input}
        role={session?.role ?? 'public'}
        onSaved={(saved, isNew) => {
          step.reset()
          setSaid(`Action ${saved.id} is ${isNew ? 'recorded' : 'saved'}.`)
          goTo(saved.id)
          onSearch({ ...noForm, log: 'live', action: saved.id })
        }}
      />
    ),
  }
}

function isOfOthers({ audience }: Pick<DescribedKpi, 'audience'>): boolean {
  return audience !== undefined
}

export function mayWriteNow(session: Session | undefined, view: PinnedView): boolean {
  return view.audience === 'exact' && session?.can.includes('write-actions') === true
}

interface OpenFormProps extends WritingInput {
  role: string
  onSaved: (saved: Action, isNew: boolean) => void
}

/** The form that the address names, if it names one. */
function OpenForm({ view, log, newest, kpis, milestones, search, onSearch, role, onSaved }: OpenFormProps) {
  const action = log.actions.find(({ id }) => id === search.change) ?? null
  if (search.new === undefined && action === null) return null
  const own = kpis.filter((kpi) => !isOfOthers(kpi))
  const ofOwn = milestones.filter(({ kpi }) => kpis.length === own.length || own.some(({ id }) => id === kpi))
  const choices = formChoices(log.actions, own, ofOwn, role)
  const known = [...choices.measures, ...choices.milestones].some(({ id }) => id === search.new)
  return (
    <ActionDialog
      key={action?.id ?? 'new'}
      view={view}
      action={action}
      link={known && search.new !== undefined && search.new !== unlinked ? search.new : ''}
      status={search.to}
      today={log.asOf}
      newest={newest}
      choices={choices}
      onClose={() => onSearch({ ...noForm, log: 'live' })}
      onSaved={onSaved}
    />
  )
}

/** Goes to an action once the form that covered the page is gone. */
function useGoTo({ new: isNew, change }: ActionsSearch) {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null || isNew !== undefined || change !== undefined) return
    const row = document.getElementById(`action-${wanted.current}`)
    const place = row ?? document.getElementById('misdirected')
    wanted.current = null
    place?.focus()
  })
  return (id: string) => {
    wanted.current = id
  }
}
