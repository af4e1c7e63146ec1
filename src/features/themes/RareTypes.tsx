import type { Audience } from '../../domain/editions/publication.ts'
import { mayCountOverYear } from '../../domain/figures/count-over-year.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { keyboardStop } from '../../ui/keyboard-stop.ts'
import styles from './HeatTable.module.css'
import { buildRareTypes, type RareTypesModel } from './rare-types.ts'
import page from './SafeguardingPage.module.css'
import type { ThemeCard } from './theme-cards.ts'
import type { Theme } from './theme-measures.ts'

export interface RareTypesProps {
  kpi: Theme['kpi']
  cards: readonly ThemeCard[]
  series: readonly Series[]
  audience: Audience
}

/** Types with too few enquiries to be read by the month, over twelve months at a time; or why that cannot be shown. */
export function RareTypes({ kpi, cards, series, audience }: RareTypesProps) {
  const mayCount = mayCountOverYear(kpi, audience)
  const every = kpi.frequency === 'quarter' ? 'quarter' : 'month'
  const model = mayCount ? buildRareTypes(kpi, cards, series) : null
  if (mayCount && !model) return null
  return (
    <>
      <h3 className={`heading-3 ${page.sub}`}>
        Types of which few are recorded in a {every}, twelve months at a time
      </h3>
      {model ? <RareTable model={model} /> : <p className={`note ${page.note}`}>{protectedWords}</p>}
    </>
  )
}

const protectedWords =
  'Types of which few are recorded at a time are read over twelve months by officers. The panel’s set cannot show that: its counts are rounded and its small ones withheld, and adding up such figures would give a wrong number.'

const caption = 'Enquiries concluded in the twelve months to the end of each month, and their share of all'

function RareTable({ model }: { model: RareTypesModel }) {
  return (
    <>
      <p className={`note ${page.note}`}>
        Enquiries concluded in the twelve months that end with each month named, and their share of all that
        were concluded then. Each window shares nine months with the one before it, so a change shows slowly.
      </p>
      <section className={`wide ${styles.frame}`} aria-label={caption} {...keyboardStop}>
        <table className={styles.heat}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Twelve months to</th>
              {model.ends.map(({ period, label }) => (
                <th key={period} scope="col" className={styles.number}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ member, label, counts }) => (
              <tr key={member}>
                <th scope="row">{label}</th>
                {counts.map(({ period, count, share }) => (
                  <td key={period} className={styles.number}>
                    {count}
                    <span className={styles.share}>{share}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
