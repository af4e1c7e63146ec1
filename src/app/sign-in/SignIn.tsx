import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { chooseRole, type Session, sessionQuery, signInAddress, signOut } from '../../api/session.ts'
import { exactReadings, RoleSelect, roleNames } from '../RoleSelect.tsx'
import styles from './SignIn.module.css'
import { useTimeLeft } from './use-time-left.ts'

export interface SignInProps {
  session: Session
  onChanged: (audience: Session['audience']) => void
}

/** Who is signed in, as what, and for how long; or the way in. */
export function SignIn({ session, onChanged }: SignInProps) {
  const here = useLocation({ select: ({ pathname, searchStr }) => pathname + searchStr })
  const client = useQueryClient()
  const isIn = session.endsIn !== undefined
  const wasIn = useRef(false)
  useEffect(() => {
    // the session has ended, here or at the sign-in service: nothing exact stays on the page
    if (wasIn.current && !isIn) {
      client.removeQueries(exactReadings)
      onChanged('protected')
    }
    if (isIn) wasIn.current = true
  }, [isIn, client, onChanged])
  useRefusals()
  if (isIn) return <SignedIn session={session} here={here} onChanged={onChanged} />
  return (
    <>
      <span>Viewing as: {roleNames[session.role]}</span>
      <a href={signInAddress(here)}>Sign in</a>
      {wasIn.current && (
        <p role="alert" className={styles.ending}>
          You are signed out. What you have typed is kept on this device: sign in again to go on.
        </p>
      )}
    </>
  )
}

/** A reading that is refused may be so because the session has ended meanwhile: it is asked for anew. */
function useRefusals() {
  const client = useQueryClient()
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return
        const { error } = event.action
        if (error instanceof ApiError && error.kind === 'forbidden')
          void client.invalidateQueries({ queryKey: sessionQuery().queryKey })
      }),
    [client],
  )
}

const askedEveryMs = 60_000

function SignedIn({ session, here, onChanged }: SignInProps & { here: string }) {
  const client = useQueryClient()
  // it may be ended elsewhere: then nothing exact stays on a page at which nobody does anything
  const readAt = useQuery({
    ...sessionQuery(),
    refetchInterval: askedEveryMs,
    refetchOnWindowFocus: 'always',
  }).dataUpdatedAt
  const askAgain = useCallback(
    () => client.invalidateQueries({ queryKey: sessionQuery().queryKey }),
    [client],
  )
  const ending = useTimeLeft(session.endsIn, readAt, askAgain)
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: (now) => {
      // a whole new page: nothing that was read stays in memory
      location.assign(now.signOutAt ?? '/')
    },
  })
  const stay = useMutation({
    mutationFn: () => chooseRole(session.role),
    onSuccess: (now) => client.setQueryData(sessionQuery().queryKey, now),
  })
  const failed = leave.error ?? stay.error
  return (
    <>
      <span>
        {session.person && <b className={styles.person}>{session.person}</b>}
        {!session.can.includes('choose-role') && `${session.person ? ', ' : ''}${roleNames[session.role]}`}
        {session.services && `, ${session.services.join(' and ')}`}
      </span>
      {session.can.includes('choose-role') && <RoleSelect session={session} onChosen={onChanged} />}
      <button type="button" className="button" onClick={() => leave.mutate()}>
        Sign out
      </button>
      {ending && (
        <div role="alert" className={styles.ending}>
          <p>
            You will be signed out at {ending.at}
            {ending.isLast ? ', since a session lasts no longer. ' : ', unless you go on. '}
            What you have typed is kept on this device.
          </p>
          {ending.isLast ? (
            <a href={signInAddress(here)}>Sign in again now</a>
          ) : (
            <button type="button" className="button" onClick={() => stay.mutate()}>
              Stay signed in
            </button>
          )}
        </div>
      )}
      {failed && <p role="alert">That could not be done: {failed.message}</p>}
    </>
  )
}
