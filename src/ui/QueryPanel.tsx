import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { HereLink } from './HereLink.tsx'
import { LoadFailed, Loading, NotPermitted, StaleNotice } from './states.tsx'

export interface QueryPanelProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'isRefetchError' | 'refetch'>
  /** what is read, in lower case and the plural: 'definitions', 'figures' */
  what: string
  /** the height of what will stand here, so that nothing jumps: a whole page's is the window's, so that the
   *  footer waits below the fold */
  height: string
  /** the page's own heading while its content, which brings one, is not there */
  heading?: string
  children: (data: T) => ReactNode
}

/** The honest states around one reading: loading, not permitted, failed, stale, and the content itself. */
export function QueryPanel<T>({ query, what, height, heading, children }: QueryPanelProps<T>) {
  const { data, error, dataUpdatedAt, isRefetchError, refetch } = query
  const retry = () => void refetch()
  if (data !== undefined && !isForbidden(error)) {
    return (
      <>
        {isRefetchError && <StaleNotice what={what} readAt={dataUpdatedAt} onRetry={retry} />}
        {children(data)}
      </>
    )
  }
  return (
    <>
      {heading && <h1 className="visually-hidden">{heading}</h1>}
      <Absence error={error} what={what} height={height} onRetry={retry} />
    </>
  )
}

interface AbsenceProps {
  error: Error | null
  what: string
  height: string
  onRetry: () => void
}

/** What stands where the content is not. */
function Absence({ error, what, height, onRetry }: AbsenceProps) {
  if (!error) return <Loading label={`Loading ${what}`} height={height} />
  if (isForbidden(error)) {
    return (
      <NotPermitted height={height}>
        <HereLink changes={{ audience: 'protected' }}>See what the panel sees</HereLink>
      </NotPermitted>
    )
  }
  return (
    <LoadFailed
      title={`The ${what} could not be read`}
      detail={error.message}
      onRetry={onRetry}
      height={height}
    />
  )
}

/** Asked by kind, so that the panel does not need to know the client. */
function isForbidden(error: Error | null): boolean {
  return error !== null && 'kind' in error && error.kind === 'forbidden'
}
