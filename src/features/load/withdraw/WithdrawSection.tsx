import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { editionsQuery } from '../../../api/editions.ts'
import { withdrawEdition } from '../../../api/withdraw-edition.ts'
import type { Edition } from '../../../domain/editions/publication.ts'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { useFocusLeftBehind } from '../../../ui/use-focus-left-behind.ts'
import styles from '../LoadPage.module.css'
import { SecondStep } from '../SecondStep.tsx'
import { consequencesOfWithdrawal } from './withdrawal-words.ts'

/** Takes an edition back, in two steps as it was published. */
export function WithdrawSection() {
  const editions = useQuery(editionsQuery()).data?.editions ?? []
  const standing = editions.filter(({ withdrawn }) => !withdrawn)
  const [said, setSaid] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  if (editions.length === 0) return null
  return (
    <section className="section" aria-labelledby="withdraw">
      <div className="section-head">
        <h2 ref={head} className="heading-2" id="withdraw" tabIndex={-1}>
          Withdraw an edition
        </h2>
      </div>
      <LiveWords className={styles.said}>{said}</LiveWords>
      {standing.length < 2 ? (
        <p className="note">
          Only one edition stands, and readers would be led nowhere without it. Publish a corrected one first;
          then it can be withdrawn.
        </p>
      ) : (
        <>
          <p className="note">
            Its readers are told why, and led to the latest that stands. No figure changes and no new edition
            is made: the next one still builds on what it holds. To have earlier figures stand again, roll
            back above.
          </p>
          <details className={styles.group}>
            <summary>
              <span>Mark an edition as not to be used any more</span>
            </summary>
            <WithdrawForm
              standing={standing}
              onDone={({ number }) => {
                setSaid(
                  `Edition ${number} is withdrawn. Its readers are told why, and led to the latest that stands.`,
                )
                // what was pressed is not there any more
                head.current?.focus()
              }}
            />
          </details>
        </>
      )}
    </section>
  )
}

const reasonId = 'withdraw-reason'
const noReason = { field: 'reason', message: 'Give a reason: an edition is never withdrawn without one' }
type NoReason = typeof noReason

interface WithdrawFormProps {
  /** newest first; two or more */
  standing: readonly Edition[]
  onDone: (edition: Edition) => void
}

function WithdrawForm({ standing, onDone }: WithdrawFormProps) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<readonly NoReason[]>([])
  const [isToConfirm, setToConfirm] = useState(false)
  const goesOn = useRef<HTMLButtonElement>(null)
  useFocusLeftBehind(goesOn, isToConfirm)
  const edition = standing.find(({ number }) => number === chosen) ?? standing[0]
  const withdraw = useMutation({
    mutationFn: (number: number) => withdrawEdition(number, reason.trim()),
    onSuccess: async (withdrawn) => {
      setReason('')
      setToConfirm(false)
      setChosen(null)
      await client.invalidateQueries({ queryKey: editionsQuery().queryKey })
      onDone(withdrawn)
    },
  })
  if (!edition) return null
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    const found = reason.trim() === '' ? [noReason] : []
    setFaults(found)
    setToConfirm(found.length === 0)
  }
  if (isToConfirm) {
    return (
      <SecondStep
        title={`Edition ${edition.number}, “${edition.label}”, will be withdrawn`}
        consequences={consequencesOfWithdrawal(edition, standing)}
        failed="It was not withdrawn."
        error={withdraw.error}
        isPending={withdraw.isPending}
        act={withdraw.isPending ? 'Withdrawing' : `Withdraw edition ${edition.number}`}
        onAct={() => withdraw.mutate(edition.number)}
        back="Back, without withdrawing it"
        onBack={() => {
          withdraw.reset()
          setToConfirm(false)
        }}
      />
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={goOn}>
      <FaultSummary title="Before it can be withdrawn" faults={faults} idOf={() => reasonId} />
      <SelectField
        id="withdraw-edition"
        label="Edition"
        value={String(edition.number)}
        options={standing.map(({ number, label }) => ({
          value: String(number),
          text: `Edition ${number}, ${label}`,
        }))}
        onChange={(number) => setChosen(Number(number))}
      />
      <TextField
        id={reasonId}
        label="Why its figures should no longer be used"
        hint="Everybody reads it beside the edition: name nobody."
        fault={faults[0]?.message ?? null}
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <div>
        <button ref={goesOn} type="submit" className="button">
          Go on: what its readers will find
        </button>
      </div>
    </form>
  )
}
