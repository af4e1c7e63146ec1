import { Link } from '@tanstack/react-router'
import type { Organisation } from '../domain/editions/publication.ts'
import { type ThemeChoice, themeChoices, usePreferences } from '../stores/preferences.ts'
import { keepView } from '../ui/keep-view.ts'
import styles from './Shell.module.css'

const pages = [
  { to: '/', label: 'Overview' },
  { to: '/definitions', label: 'Definitions' },
] as const

export function Masthead({ organisation }: { organisation: Organisation | undefined }) {
  return (
    <header className={styles.masthead}>
      <div className={`page ${styles.mastheadRow}`}>
        <Link className={styles.organisation} to="/" search={keepView}>
          {organisation ? `${organisation.service} \u00b7 ${organisation.name}` : 'Governance dashboard'}
        </Link>
        <nav className={styles.nav} aria-label="Pages">
          <ul>
            {pages.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} search={keepView} activeOptions={{ exact: true, includeSearch: false }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSelect />
      </div>
    </header>
  )
}

const themeLabels: Record<ThemeChoice, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

function ThemeSelect() {
  const theme = usePreferences((preferences) => preferences.theme)
  const chooseTheme = usePreferences((preferences) => preferences.chooseTheme)
  return (
    <label className={styles.themeChoice}>
      <span>Theme</span>
      <select
        className="select"
        value={theme}
        onChange={(event) => {
          const choice = themeChoices.find((one) => one === event.target.value)
          if (choice) chooseTheme(choice)
        }}
      >
        {themeChoices.map((choice) => (
          <option key={choice} value={choice}>
            {themeLabels[choice]}
          </option>
        ))}
      </select>
    </label>
  )
}
