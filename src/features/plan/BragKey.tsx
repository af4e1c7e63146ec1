import type { ReactNode } from 'react'
import { capital } from '../../domain/measures/letter-case.ts'
import { type DeliveryStatus, deliveryWords } from '../../domain/plans/judge-milestone.ts'
import type { Brag } from '../../domain/plans/plan.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import styles from './PlanPage.module.css'

const rules: readonly { delivery: DeliveryStatus; brag: Brag; rule: ReactNode }[] = [
  {
    delivery: 'complete',
    brag: 'blue',
    rule: 'Done, and its board has accepted the evidence. What is done and not yet accepted keeps the colour of its slip.',
  },
  {
    delivery: 'on-track',
    brag: 'green',
    rule: 'No slip, and no issue that threatens its date.',
  },
  {
    delivery: 'at-risk',
    brag: 'amber',
    rule: 'Slipped by 1 to 20 working days, or reported as recoverable with a dated plan.',
  },
  {
    delivery: 'late',
    brag: 'red',
    rule: 'Overdue, slipped by more than 20 working days, moved a third time, or reported as needing a decision to recover.',
  },
  { delivery: 'not-started', brag: 'grey', rule: 'Not started, and not yet due.' },
]

/** The rules by which delivery is shown, whatever was reported. */
export function BragKey() {
  return (
    <section className="section" aria-labelledby="key">
      <div className="section-head">
        <h2 className="heading-2" id="key">
          How delivery is judged
        </h2>
      </div>
      <dl className={styles.key}>
        {rules.map(({ delivery, brag, rule }) => (
          <div key={delivery}>
            <dt>
              <IconWord icon={delivery} tone={delivery} size={18}>
                {`${capital(deliveryWords[delivery])} (${brag})`}
              </IconWord>
            </dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Slip is counted in working days from the date first promised, which never changes, to the day it was
        done, to this edition’s day where it is overdue, or to the date it is due now. Bank holidays of
        England and Wales are left out. The status is computed from the dates; where another was reported,
        both are shown. Impact is judged on the measure’s own figures: “after”, never “because of”.
      </p>
    </section>
  )
}
