import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { type Session, sessionQuery } from '../../api/session.ts'
import { FirstEditionAudit } from '../../features/audit/AuditPage.tsx'
import { auditSearchShape } from '../../features/audit/audit-search.ts'
import { FirstEditionDesk } from '../../features/load/LoadPage.tsx'
import { loadSearchShape } from '../../features/load/load-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { RoleSelect } from '../RoleSelect.tsx'
import { parseSearch, readSearch } from '../search.ts'
import styles from './NoEdition.module.css'

const SignIn = lazyPart(() => import('../sign-in/SignIn.tsx').then((part) => part.SignIn))

/** Before anybody has said whose figures these are. */
const timezone = 'Europe/London'

/**
 * Stands in the place of every page until the first edition is published; whoever may load has the desk at its address,
 * and whoever may read the audit has that.
 */
export function NoEdition() {
  const { data: session } = useQuery(sessionQuery())
  const pathname = useLocation({ select: (place) => place.pathname })
  if (!session) return null
  return (
    <>
      <div className={`screen-only ${styles.who}`}>
        <Who session={session} />
      </div>
      <Page session={session} pathname={pathname} />
    </>
  )
}

function Page({ session, pathname }: { session: Session; pathname: string }) {
  if (pathname === '/load' && session.can.includes('load')) return <FirstDesk />
  if (pathname === '/audit' && session.can.includes('read-audit')) return <FirstAudit />
  return <Nothing session={session} />
}

/** The way in, which stands in the bar of the edition once there is one. */
function Who({ session }: { session: Session }) {
  const stay = () => undefined
  return session.canSignIn || session.endsIn ? (
    <Suspense>
      <SignIn session={session} onChanged={stay} />
    </Suspense>
  ) : (
    <RoleSelect session={session} onChosen={stay} />
  )
}

function FirstDesk() {
  const navigate = useNavigate()
  const { values } = readSearch(loadSearchShape, useWritten())
  return (
    <FirstEditionDesk
      timezone={timezone}
      search={values}
      onSearch={({ load }) =>
        void navigate({ to: '/load', search: { load }, replace: true, resetScroll: false })
      }
    />
  )
}

function FirstAudit() {
  const navigate = useNavigate()
  const { values } = readSearch(auditSearchShape, useWritten())
  return (
    <FirstEditionAudit
      timezone={timezone}
      search={values}
      onSearch={(changes) =>
        void navigate({
          to: '/audit',
          search: { ...values, ...changes },
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}

/** What the address says behind its path. */
function useWritten() {
  return parseSearch(useLocation({ select: (place) => place.searchStr }))
}

function Nothing({ session }: { session: Session }) {
  useDocumentTitle('Nothing published yet')
  return (
    <>
      <h1 className="finding">Nothing has been published yet</h1>
      <EmptyState title="There is no edition to show" detail={whatToDo(session)}>
        {session.can.includes('load') && <Link to="/load">Load files for the first edition</Link>}
        {session.can.includes('read-audit') && <Link to="/audit">Audit: who did what</Link>}
      </EmptyState>
    </>
  )
}

function whatToDo({ can, canSignIn, endsIn }: Session): string {
  if (can.includes('load')) return 'You can load a council’s files here, and publish them as the first one.'
  if (canSignIn || endsIn || can.includes('choose-role'))
    return 'The performance analyst signs in, loads a council’s files and publishes them as the first one.'
  return 'Load a council’s files with npm run load, and publish them as the first one. For loading here, officers have to be able to sign in (AUTH in docs/operations.md).'
}
