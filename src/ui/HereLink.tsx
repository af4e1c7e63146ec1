import { Link, type RegisteredRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Page = RegisteredRouter['routesByPath'][keyof RegisteredRouter['routesByPath']]

export interface HereLinkProps {
  /** what is to be different; undefined leaves a parameter out */
  changes: Page['types']['fullSearchSchemaInput']
  /** takes the place of this address in the browser's history */
  replace?: boolean
  className?: string | undefined
  hash?: string
  'aria-current'?: 'true' | undefined
  onClick?: () => void
  children: ReactNode
}

/** A link to this very page, at its address as it is but for some changes. */
export function HereLink({ changes, ...link }: HereLinkProps) {
  return <Link {...link} to="." search={(before) => ({ ...before, ...changes })} />
}
