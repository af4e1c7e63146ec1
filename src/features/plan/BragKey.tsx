import { Link } from '@tanstack/react-router'
import { capital } from '../../domain/measures/letter-case.ts'
import { type DeliveryStatus, deliveryStatuses, deliveryWords } from '../../domain/plans/judge-milestone.ts'
import type { Brag } from '../../domain/plans/plan.ts'
import { deliveryMeanings } from '../../domain/plans/plan-terms.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import styles from './PlanPage.module.css'

const brags: Record<DeliveryStatus, Brag> = {
  complete: 'blue',
  'on-track': 'green',
  'at-risk': 'amber',
  late: 'red',
  'not-started': 'grey',
}

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
        {deliveryStatuses.map((delivery) => (
          <div key={delivery}>
            <dt>
              <IconWord icon={delivery} tone={delivery} size={18}>
                {`${capital(deliveryWords[delivery])} (${brags[delivery]})`}
              </IconWord>
            </dt>
            <dd>{deliveryMeanings[delivery]}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Slip is counted in working days from the date first promised, which never changes, to the day it was
        done, to this edition’s day where it is overdue, or to the date it is due now. Bank holidays of
        England and Wales are left out. The status is computed from the dates; where another was reported,
        both are shown. Impact is judged on the measure’s own figures: “after”, never “because of”.
      </p>
      <p className="note screen-only">
        <Link to="/methods" hash="plan-words">
          What late, overdue, on track and behind mean
        </Link>
      </p>
    </section>
  )
}
