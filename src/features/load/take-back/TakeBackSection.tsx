import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { editionsQuery } from '../../../api/editions.ts'
import { loadLogQuery } from '../../../api/load-log.ts'
import { type Load, loadQuery } from '../../../api/loads.ts'
import { stageTakeBack, type TakeBack } from '../../../api/take-back.ts'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from '../LoadPage.module.css'
import { RemovalForm } from './RemovalForm.tsx'
import { RollBackForm } from './RollBackForm.tsx'

export interface TakeBackSectionProps {
  /** what was asked for, checked and compared: it is published like files */
  onStaged: (load: Load) => void
}

/** Loads without files: the next edition stands on an earlier one, or figures are taken out of it. */
export function TakeBackSection({ onStaged }: TakeBackSectionProps) {
  const client = useQueryClient()
  const editions = useQuery(editionsQuery()).data?.editions ?? []
  const [newest] = editions
  const staging = useMutation({
    mutationFn: (takesBack: TakeBack) => stageTakeBack(takesBack),
    onSuccess: (load) => {
      client.setQueryData(loadQuery(load.id).queryKey, load)
      onStaged(load)
      void client.invalidateQueries({ queryKey: loadLogQuery().queryKey })
    },
  })
  if (!newest) return null
  const earlier = editions.filter(({ number, withdrawn }) => number < newest.number && !withdrawn)
  const given = { isPending: staging.isPending, onAsk: (takesBack: TakeBack) => staging.mutate(takesBack) }
  return (
    <section className="section" aria-labelledby="take-back">
      <div className="section-head">
        <h2 className="heading-2" id="take-back">
          Roll back, or take figures out
        </h2>
      </div>
      <p className="note">
        Either makes a new edition, and nothing of the earlier ones is erased. What would change is shown
        first, for officers and for the panel. To mark an edition as not to be used, without a new one,
        withdraw it below.
      </p>
      {staging.error && (
        <p className={styles.refused} role="alert">
          <strong>It cannot be done.</strong> {staging.error.message}
        </p>
      )}
      <LiveWords className={styles.said}>
        {staging.isPending && 'Working out what would change. This may take a minute.'}
      </LiveWords>
      {earlier.length > 0 && (
        <details className={styles.group}>
          <summary>
            <span>Roll back: a new edition with the figures of an earlier one</span>
          </summary>
          <RollBackForm earlier={earlier} {...given} />
        </details>
      )}
      <details className={styles.group}>
        <summary>
          <span>Take out a measure, a member or a figure</span>
        </summary>
        <RemovalForm edition={newest.number} {...given} />
      </details>
    </section>
  )
}
