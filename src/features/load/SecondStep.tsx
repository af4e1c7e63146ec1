import { type ReactNode, useEffect, useId, useRef } from 'react'
import form from '../../ui/form/form.module.css'
import styles from './LoadPage.module.css'

export interface SecondStepProps {
  /** what will be, as a sentence without its full stop */
  title: string
  /** what follows of it, to whom, as sentences */
  consequences: readonly string[]
  /** what else is decided here, or how far it has come */
  children?: ReactNode
  /** 'It was not withdrawn.' */
  failed: string
  error: Error | null
  isPending: boolean
  /** of the button that does it */
  act: string
  onAct: () => void
  /** of the button that does not: 'Back, without publishing' */
  back: string
  onBack: () => void
}

/** The second of two decisions at the desk: what follows of it, and the button that does it. It takes the focus. */
export function SecondStep(props: SecondStepProps) {
  const { title, consequences, children, failed, error, isPending, act, onAct, back, onBack } = props
  const step = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => step.current?.focus(), [])
  const unlessPending = (work: () => void) => () => {
    if (!isPending) work()
  }
  return (
    <section ref={step} className={styles.confirm} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h3 className="heading-3" id={`${id}-title`}>
        {title}
      </h3>
      <ul className={styles.consequences} id={`${id}-consequences`}>
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
      {error && (
        <p className={styles.refused} role="alert">
          <strong>{failed}</strong> {error.message}
        </p>
      )}
      <div className={form.buttons}>
        <button
          type="button"
          className={`button ${form.first}`}
          // whoever goes from control to control hears here what follows
          aria-describedby={`${id}-consequences`}
          aria-disabled={isPending}
          onClick={unlessPending(onAct)}
        >
          {act}
        </button>
        <button type="button" className="button" aria-disabled={isPending} onClick={unlessPending(onBack)}>
          {back}
        </button>
      </div>
    </section>
  )
}
