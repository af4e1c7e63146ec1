import type { CSSProperties, ReactNode } from 'react'
import { IconWord } from './IconWord.tsx'
import styles from './states.module.css'

/** The states between "asked for" and "shown". All take the room of what they stand for, so nothing jumps. */

export interface LoadingProps {
  /** what is coming: 'Loading trend' */
  label: string
  /** CSS height of what will stand here */
  height?: string
}

export function Loading({ label, height }: LoadingProps) {
  return (
    <div className={`${styles.state} ${styles.loading}`} style={heightVariable(height)} role="status">
      {label}
    </div>
  )
}

/** A whole page on its way: it has a heading from the start. */
export function LoadingPage({ name }: { name: string }) {
  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      <Loading label={`Loading ${name.charAt(0).toLowerCase()}${name.slice(1)}`} height="100vh" />
    </>
  )
}

export interface LoadFailedProps {
  /** what could not be read: 'The trend could not be read' */
  title: string
  /** what went wrong, in words */
  detail: string
  /** left out where asking again cannot help */
  onRetry?: (() => void) | undefined
  height?: string
  children?: ReactNode
}

export function LoadFailed({ title, detail, onRetry, height, children }: LoadFailedProps) {
  return (
    <div className={styles.state} style={heightVariable(height)} role="alert">
      <h2>
        <IconWord icon="failed" tone="late">
          {title}
        </IconWord>
      </h2>
      <p>{detail}</p>
      <div className={styles.actions}>
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        )}
        {children}
      </div>
    </div>
  )
}

export interface EmptyStateProps {
  title: string
  /** why there is nothing */
  detail: string
  height?: string
  /** a way on: a link that widens the range, say */
  children?: ReactNode
}

export function EmptyState({ title, detail, height, children }: EmptyStateProps) {
  return (
    <div className={styles.state} style={heightVariable(height)}>
      <h2>{title}</h2>
      <p>{detail}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

export interface NotPermittedProps {
  height?: string
  /** a way on: the same page as the panel sees it */
  children?: ReactNode
}

/** Says nothing of the size or shape of what is not shown. */
export function NotPermitted({ height, children }: NotPermittedProps) {
  return (
    <div className={styles.state} style={heightVariable(height)}>
      <h2>
        <IconWord icon="not-permitted" tone="ink">
          Shown to officers only
        </IconWord>
      </h2>
      <p>These are exact figures. The panel and the public see a set in which small numbers are withheld.</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

/** A rule above content that still stands: a failed refresh, a newer edition, an address that was mended. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className={styles.notice} aria-live="polite" aria-atomic="true">
      {children}
    </div>
  )
}

interface StaleNoticeProps {
  /** what was read, in lower case: a page reads several things, and one may be older than the rest */
  what: string
  readAt: number
  onRetry: () => void
}

/** Last good content stays; this says what it is and when it was read. */
export function StaleNotice({ what, readAt, onRetry }: StaleNoticeProps) {
  const time = new Date(readAt).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })
  return (
    <Notice>
      <span>
        The latest refresh of the {what} failed; what is shown was read at {time}.
      </span>
      <button type="button" className="link-button" onClick={onRetry}>
        Try again
      </button>
    </Notice>
  )
}

function heightVariable(height: string | undefined) {
  return height ? ({ '--state-height': height } as CSSProperties) : undefined
}
