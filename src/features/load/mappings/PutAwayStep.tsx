import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keepMapping, mappingsQuery } from '../../../api/mappings.ts'
import { putAwayConsequences } from '../../../domain/loads/saved-mapping-words.ts'
import form from '../../../ui/form/form.module.css'
import styles from '../LoadPage.module.css'

export interface PutAwayStepProps {
  name: string
  onDone: () => void
  onBack: () => void
}

/** The second decision: what follows of it, and the button that does it. */
export function PutAwayStep({ name, onDone, onBack }: PutAwayStepProps) {
  const client = useQueryClient()
  const step = useRef<HTMLDivElement>(null)
  useEffect(() => step.current?.focus(), [])
  const putting = useMutation({
    mutationFn: () => keepMapping({ name, mapping: null }),
    onSuccess: onDone,
    // it may have been put away by somebody else
    onSettled: async () => await client.invalidateQueries({ queryKey: mappingsQuery().queryKey }),
  })
  return (
    <div ref={step} className={styles.confirm} tabIndex={-1}>
      <h3 className="heading-3">“{name}” will be put away</h3>
      <ul className={styles.consequences}>
        {putAwayConsequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {putting.error && (
        <p className={styles.refused} role="alert">
          <strong>It was not put away.</strong> {putting.error.message}
        </p>
      )}
      <div className={form.buttons}>
        <button
          type="button"
          className={`button ${form.first}`}
          aria-disabled={putting.isPending}
          onClick={() => !putting.isPending && putting.mutate()}
        >
          {putting.isPending ? 'Putting it away' : `Put “${name}” away now`}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={putting.isPending}
          onClick={() => !putting.isPending && onBack()}
        >
          Back
        </button>
      </div>
    </div>
  )
}
