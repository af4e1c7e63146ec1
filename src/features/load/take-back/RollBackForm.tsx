import { type FormEvent, useState } from 'react'
import type { TakeBack } from '../../../api/take-back.ts'
import type { Edition } from '../../../domain/editions/publication.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import styles from '../LoadPage.module.css'

export interface RollBackFormProps {
  /** editions that can be stood on, newest first; one or more */
  earlier: readonly Edition[]
  isPending: boolean
  onAsk: (takesBack: TakeBack) => void
}

export function RollBackForm({ earlier, isPending, onAsk }: RollBackFormProps) {
  const [chosen, setChosen] = useState(String(earlier[0]?.number ?? ''))
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) onAsk({ kind: 'roll-back', to: Number(chosen) })
  }
  return (
    <form className={styles.form} noValidate onSubmit={ask}>
      <SelectField
        id="roll-back-to"
        label="Stand on"
        hint="Figures, definitions, plan and comments as they were there. The editions after it are withdrawn; the log of actions stays as it is."
        value={chosen}
        options={earlier.map(({ number, label }) => ({
          value: String(number),
          text: `Edition ${number}, ${label}`,
        }))}
        onChange={setChosen}
      />
      <div>
        <button type="submit" className="button" aria-disabled={isPending}>
          Show what rolling back would change
        </button>
      </div>
    </form>
  )
}
