import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { actionsQuery } from '../../../api/actions.ts'
import { planQuery } from '../../../api/plan.ts'
import { sessionQuery } from '../../../api/session.ts'
import type { PinnedView } from '../../../api/view.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { IconWord } from '../../../ui/IconWord.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { RecordActionLink } from '../../../ui/RecordActionLink.tsx'
import styles from './Commentary.module.css'
import { LightMarkdown } from './LightMarkdown.tsx'
import { actionsAbout, type LinkedAction, type LinkedActions } from './linked-actions.ts'

export interface ActionsPanelProps {
  view: PinnedView
  kpi: { id: string; name: string }
}

/** What boards asked for about this measure, as it stood when the edition was published. */
export function ActionsPanel({ view, kpi }: ActionsPanelProps) {
  const log = useQuery(actionsQuery(view))
  const plan = useQuery(planQuery(view))
  const session = useQuery(sessionQuery()).data
  const mayRecord = view.audience === 'exact' && session?.can.includes('write-actions') === true
  return (
    <section className={styles.panel} aria-labelledby="actions-about">
      <div className="section-head">
        <h2 className="heading-2" id="actions-about">
          Actions about this measure
        </h2>
        <Link className="end screen-only" to="/actions" search={{ kpi: kpi.id }}>
          Open the log of actions <span className="visually-hidden">about {kpi.name}</span>
        </Link>
        {mayRecord && <RecordActionLink kpi={kpi.id} name={kpi.name} />}
      </div>
      <QueryPanel query={log} what="actions" height="8rem">
        {(read) => (
          <QueryPanel query={plan} what="milestones" height="8rem">
            {({ milestones }) => (
              <Linked {...actionsAbout(kpi.id, read, milestones)} audience={read.audience} />
            )}
          </QueryPanel>
        )}
      </QueryPanel>
    </section>
  )
}

type Audience = PinnedView['audience']

function Linked({ unsettled, settled, audience }: LinkedActions & { audience: Audience }) {
  return (
    <>
      {unsettled.length === 0 ? (
        <p className={styles.none}>{settled.length === 0 ? noAction[audience] : noOpenAction[audience]}</p>
      ) : (
        <ActionItems actions={unsettled} label="Actions not done with" />
      )}
      {settled.length > 0 && (
        <details className={styles.earlier}>
          <summary>{countOf(settled.length, 'action')} done with</summary>
          <ActionItems actions={settled} label="Actions done with" />
        </details>
      )}
    </>
  )
}

/** The panel knows released actions only: of the others nothing is said, not even that there are none. */
const noAction: Record<Audience, string> = {
  exact: 'No action in this edition is linked to this measure or its milestones.',
  protected: 'No action that has been published is linked to this measure or its milestones.',
}
const noOpenAction: Record<Audience, string> = {
  exact: 'Nothing is open: every action linked to this measure is done with.',
  protected: 'No published action on this measure is open.',
}

function ActionItems({ actions, label }: { actions: readonly LinkedAction[]; label: string }) {
  return (
    <ul className={styles.items} aria-label={label}>
      {actions.map((action) => (
        <li key={action.id}>
          <div className={styles.mark}>
            <IconWord icon={action.mark.icon} tone={action.mark.tone}>
              <b>{action.mark.word}</b>
            </IconWord>
            <span>
              {action.dates}. {action.ownerRole}
            </span>
          </div>
          <LightMarkdown text={action.text} />
          {action.whatChanged && (
            <>
              <p className={styles.label}>What changed</p>
              <LightMarkdown text={action.whatChanged} />
            </>
          )}
          <p className={styles.by}>
            {action.id}. {action.asked}
            {action.milestone && `. For the milestone “${action.milestone}”`}
          </p>
        </li>
      ))}
    </ul>
  )
}
