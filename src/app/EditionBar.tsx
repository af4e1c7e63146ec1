import { useNavigate } from '@tanstack/react-router'
import { memo, Suspense } from 'react'
import type { Session } from '../api/session.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import { formatDate } from '../domain/periods/labels.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { Answers } from './Answers.tsx'
import { CopyLink } from './CopyLink.tsx'
import { RoleSelect, roleNames } from './RoleSelect.tsx'
import type { ResolvedView } from './resolve-view.ts'
import styles from './Shell.module.css'
import { useFold } from './use-fold.ts'

// nobody signs in to the demonstration
const SignIn = lazyPart(() => import('./sign-in/SignIn.tsx').then((part) => part.SignIn))

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
  const { isOpen, closeOnEscape, button } = useFold('edition-choices')
  return (
    <section className={styles.edition} aria-label="This edition" onKeyDown={closeOnEscape}>
      <div className={`page ${styles.editionRow}`}>
        {organisation.illustrative && <span className={styles.illustrative}>Illustrative data</span>}
        <button {...button} className={`button ${styles.editionButton}`}>
          Edition {edition.number}, {view.audience === 'exact' ? 'exact' : 'panel'}{' '}
          <Icon name="fold" size={16} />
        </button>
        <strong className="print-only">
          Edition {edition.number}, {edition.label}
        </strong>
        <div id="edition-choices" className={styles.choices} data-open={isOpen}>
          <label>
            <span className="visually-hidden">Edition</span>
            <select
              className="select"
              value={edition.number}
              onChange={(event) => go({ edition: event.target.value })}
            >
              {editions.map(({ number, label, withdrawn }) => (
                <option key={number} value={number}>
                  Edition {number}, {shortLabel(label)}
                  {withdrawn && ' (withdrawn)'}
                </option>
              ))}
            </select>
          </label>
          {shortLabel(edition.label) !== edition.label && (
            <span className="screen-only">{edition.label}</span>
          )}
          <span className={styles.dataAsAt}>Data as at {formatDate(edition.dataAsAt)}</span>
          <span className={styles.controls}>
            {session.canSignIn || session.endsIn ? (
              <Suspense fallback={<span>Viewing as: {roleNames[session.role]}</span>}>
                <SignIn session={session} onChanged={(audience) => go({ audience })} />
                <Answers />
              </Suspense>
            ) : (
              <RoleSelect session={session} onChosen={(audience) => go({ audience })} />
            )}
            {session.audience === 'exact' && (
              <label>
                Figures
                <select
                  className="select"
                  value={view.audience}
                  onChange={(event) => go({ audience: event.target.value })}
                >
                  <option value="exact">{session.services ? 'Exact, of own services' : 'Exact'}</option>
                  <option value="protected">As the panel sees them</option>
                </select>
              </label>
            )}
            <CopyLink />
          </span>
        </div>
        <span className="print-only">
          Published {formatDate(dayOf(edition.publishedAt, organisation.timezone))}
        </span>
        <span className="print-only">
          {view.audience === 'exact'
            ? `Exact figures${organisation.exactOf ? ` of ${organisation.exactOf.join(' and ')}` : ''}, for officers`
            : 'Small numbers withheld, counts rounded'}
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
