import { Link } from '@tanstack/react-router'
import { previewBase } from '../api/preview.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import { formatDate } from '../domain/periods/labels.ts'
import styles from './Shell.module.css'

export interface FooterProps {
  organisation: Organisation
  edition: Edition
  onHelp: () => void
}

export function Footer({ organisation, edition, onHelp }: FooterProps) {
  // on paper every sheet has its running foot, and the head of the first says the rest
  return (
    <footer className="screen-only">
      <p className="page without-scripts">
        No scripts run here: this page can be read, followed and printed. Finding, filtering, settings and
        downloads need them.
      </p>
      <div className={`page ${styles.footer}`}>
        {organisation.illustrative && <span>Illustrative data: invented figures, not the council's.</span>}
        <span>
          {organisation.service}, {organisation.name}. Edition {edition.number}, {edition.label}. Data as at{' '}
          {formatDate(edition.dataAsAt)}
          {previewBase()
            ? ''
            : `, published ${formatDate(dayOf(edition.publishedAt, organisation.timezone))}`}
          .
        </span>
        <Link to="/definitions">Definitions</Link>
        <Link to="/methods">How figures are made</Link>
        <Link to="/accessibility">Accessibility</Link>
        <button type="button" className="link-button" aria-keyshortcuts="?" onClick={onHelp}>
          Words and keys
        </button>
        <span className={styles.marking}>{organisation.marking}</span>
      </div>
    </footer>
  )
}
