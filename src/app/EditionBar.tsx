import { type Query, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import { chooseRole, type Role, roles, type Session, sessionQuery } from '../api/session.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import { formatDate } from '../domain/periods/labels.ts'
import { CopyLink } from './CopyLink.tsx'
import type { ResolvedView } from './resolve-view.ts'
import styles from './Shell.module.css'

export interface EditionBarProps {
  editions: readonly Edition[]
  organisation: Organisation
  session: Session
  resolved: ResolvedView
}

/** Which set of figures this is, for whom, and how it may be handled. */
export const EditionBar = memo(({ editions, organisation, session, resolved }: EditionBarProps) => {
  const navigate = useNavigate()
  const { edition, view } = resolved
  const go = (changes: { edition?: string; audience?: string }) =>
    void navigate({
      to: '.',
      search: (before) => ({
        ...before,
        edition: String(view.edition),
        audience: view.audience,
        ...changes,
      }),
    })
  return (
    <section className={styles.edition} aria-label="This edition">
      <div className={`page ${styles.editionRow}`}>
        {organisation.illustrative && <span className={styles.illustrative}>Illustrative data</span>}
        <label>
          <span className="visually-hidden">Edition</span>
          <select
            className="select"
            value={edition.number}
            onChange={(event) => go({ edition: event.target.value })}
          >
            {editions.map(({ number, label }) => (
              <option key={number} value={number}>
                Edition {number}, {shortLabel(label)}
              </option>
            ))}
          </select>
        </label>
        {shortLabel(edition.label) !== edition.label && <span className="screen-only">{edition.label}</span>}
        <strong className="print-only">
          Edition {edition.number}, {edition.label}
        </strong>
        <span>Data as at {formatDate(edition.dataAsAt)}</span>
        <span className={styles.published}>
          Published {formatDate(dayOf(edition.publishedAt, organisation.timezone))}
        </span>
        <span className="print-only">
          {view.audience === 'exact'
            ? 'Exact figures, for officers'
            : 'Small numbers withheld, counts rounded'}
        </span>
        <span className={styles.controls}>
          <RoleSelect session={session} onChosen={(audience) => go({ audience })} />
          {session.audience === 'exact' && (
            <label>
              Figures
              <select
                className="select"
                value={view.audience}
                onChange={(event) => go({ audience: event.target.value })}
              >
                <option value="exact">Exact</option>
                <option value="protected">As the panel sees them</option>
              </select>
            </label>
          )}
          <CopyLink />
        </span>
        <span className={styles.marking}>{organisation.marking}</span>
      </div>
    </section>
  )
})

/** A list shows one line of each choice: longer labels stand beside it whole. */
const longestInList = 32

function shortLabel(label: string): string {
  return label.length <= longestInList ? label : `${label.slice(0, longestInList).replace(/\s+\S*$/, '')}…`
}

const roleNames: Record<Role, string> = {
  public: 'panel',
  'service-lead': 'service lead',
  'practice-lead': 'practice lead',
  analyst: 'performance analyst',
  director: 'director',
  'cabinet-author': 'cabinet author',
}

interface RoleSelectProps {
  session: Session
  onChosen: (audience: Session['audience']) => void
}

function RoleSelect({ session, onChosen }: RoleSelectProps) {
  const client = useQueryClient()
  const choose = useMutation({
    mutationFn: chooseRole,
    // one after the other: a list is gone through by its first letters, and the last choice holds
    scope: { id: 'role' },
    onSuccess: (now) => {
      client.setQueryData(sessionQuery().queryKey, now)
      // whoever signs out leaves no exact figure behind; whoever signs in is no longer refused one
      const exact = { predicate: ({ queryKey }: Query) => queryKey[2] === 'exact' }
      if (now.audience === 'protected') client.removeQueries(exact)
      else void client.invalidateQueries(exact)
      onChosen(now.audience)
    },
  })
  if (!session.can.includes('choose-role')) return <span>Viewing as: {roleNames[session.role]}</span>
  return (
    <label>
      Viewing as
      <select
        className="select"
        // not disabled meanwhile: a control that cannot be used loses the focus, and what is typed after it
        value={choose.isPending ? choose.variables : session.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.target.value)
          if (role) choose.mutate(role)
        }}
      >
        {(Object.keys(roleNames) as Role[]).map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </select>
      {choose.isError && <span role="alert">That role could not be taken: {choose.error.message}</span>}
    </label>
  )
}
