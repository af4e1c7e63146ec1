import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { memo } from 'react'
import { sessionQuery } from '../api/session.ts'
import type { Organisation } from '../domain/editions/publication.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './Masthead.module.css'
import { deskPage, mastheadPages } from './pages.ts'
import { useFold } from './use-fold.ts'

export interface MastheadProps {
  organisation: Organisation | undefined
  onFind: () => void
  onSettings: () => void
}

/** Whose dashboard this is, its pages, and the reader's own tools. */
export const Masthead = memo(({ organisation, onFind, onSettings }: MastheadProps) => {
  const pathname = useLocation({ select: (place) => place.pathname })
  return (
    <header className={styles.masthead}>
      <div className={`page ${styles.row}`}>
        <Link className={styles.organisation} to="/">
          {organisation ? `${organisation.service} \u00b7 ${organisation.name}` : 'Governance dashboard'}
        </Link>
        {/* a new page begins with its menu closed */}
        <PageList key={pathname} />
        <div className={styles.tools}>
          <button type="button" className="button" aria-keyshortcuts="Control+K /" onClick={onFind}>
            <Icon name="find" size={16} /> <span className={styles.word}>Find</span>
          </button>
          <button type="button" className="button" onClick={onSettings}>
            <Icon name="settings" size={16} /> <span className={styles.word}>Settings</span>
          </button>
        </div>
      </div>
    </header>
  )
})

/** One list: a line of links where there is room, else a menu. */
function PageList() {
  const { isOpen, closeOnEscape, button } = useFold('page-list')
  const { data: session } = useQuery(sessionQuery())
  const pages = session?.can.includes('load') ? [...mastheadPages(), deskPage] : mastheadPages()
  return (
    <nav className={styles.nav} aria-label="Pages" onKeyDown={closeOnEscape}>
      <button {...button} className={`button ${styles.menuButton}`}>
        <Icon name={isOpen ? 'close' : 'menu'} size={16} /> <span className={styles.word}>Menu</span>
      </button>
      <ul id="page-list" data-open={isOpen}>
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
