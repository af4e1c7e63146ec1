import { Link } from '@tanstack/react-router'
import { countOf, formatNumber } from '../../domain/measures/format.ts'
import { type Strength, strengths, strengthTable } from '../../domain/signals/strength.ts'
import styles from './EmergingPage.module.css'
import type { EmergingModel } from './emerging-model.ts'
import { falseAlarmsInWords } from './emerging-words.ts'

export interface HowTestedProps {
  model: Pick<EmergingModel, 'tested' | 'untested'>
  bearableFalseAlarms: number
  audience: 'exact' | 'protected'
  /** the services whose figures are exact, where not all are */
  exactOf: readonly string[] | undefined
}

/** What was looked at, what could not be, and how false alarms are held down. */
export function HowTested({ model, bearableFalseAlarms, audience, exactOf }: HowTestedProps) {
  return (
    <section className="section" aria-labelledby="how-tested">
      <div className="section-head">
        <h2 className="heading-2" id="how-tested">
          What was tested
        </h2>
        <p className="end screen-only">
          <Link to="/methods" hash="emerging" className={styles.way}>
            How is this worked out?
          </Link>
        </p>
      </div>
      <div className={styles.explained}>
        <p>
          Every measure and every part of it was tested for a change in the last year:{' '}
          {countOf(model.tested, 'series', 'series')} in all.{' '}
          {exactOf ? 'Others' : `Another ${countOf(model.untested, 'series', 'series')}`} could not be tested:
          they have too few figures, counts that are too small or withheld, or figures that hardly differ.
        </p>
        <p>
          With so many series, some will look odd by chance. So the more that are tested, the plainer each
          change must be before it is flagged. {falseAlarmsInWords(bearableFalseAlarms)} What is not flagged
          may still have changed: a small or slow change is easily missed.
        </p>
        <p>{audience === 'protected' ? protectedWords : exactOf ? writeOwnWords(exactOf) : exactWords}</p>
        <table className="figure-table">
          <caption>How plain a flagged change is</caption>
          <thead>
            <tr>
              <th scope="col">Word</th>
              <th scope="col">False alarms expected among flags this plain or plainer</th>
            </tr>
          </thead>
          <tbody>
            {strengths.map((strength) => (
              <tr key={strength}>
                <th scope="row">{strengthTable[strength].words}</th>
                <td>{oneIn(strength, bearableFalseAlarms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function oneIn(strength: Strength, bearableFalseAlarms: number): string {
  const upTo = strengthTable[strength].upTo ?? bearableFalseAlarms
  return `at most about 1 in ${formatNumber(Math.round(1 / upTo), 0)}`
}

const protectedWords =
  'These flags were found in the figures received, and are told in the protected set, where counts are rounded and small ones withheld: of a series whose latest figure is withheld nothing is told. Teams, and two breakdowns together, such as a type of abuse in one town, are never in it.'
const exactWords =
  'These flags come from the exact figures, for officers. They include teams, and types of abuse in each town, which the panel and the public are never shown.'

function writeOwnWords(services: readonly string[]): string {
  return `The flags of ${services.join(' and ')} come from its exact figures, for officers; those of other services from what the panel sees, with counts rounded and small ones withheld.`
}
