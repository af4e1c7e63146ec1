import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { kpisQuery } from '../../../api/kpis.ts'
import type { TakeBack } from '../../../api/take-back.ts'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import styles from '../LoadPage.module.css'
import {
  type ChosenPart,
  choicesOf,
  faultsOfPart,
  nothingChosen,
  type PartFault,
  removalOf,
} from './chosen-part.ts'

export interface RemovalFormProps {
  /** the newest, withdrawn or not: it is what the next one is made of */
  edition: number
  isPending: boolean
  onAsk: (takesBack: TakeBack) => void
}

const idOf = (field: string) => `remove-${field}`

export function RemovalForm({ edition, isPending, onAsk }: RemovalFormProps) {
  const kpis = useQuery(kpisQuery({ edition, audience: 'exact' })).data?.kpis ?? []
  const [part, setPart] = useState<ChosenPart>(nothingChosen)
  const [faults, setFaults] = useState<readonly PartFault[]>([])
  const faultOf = (field: PartFault['field']) =>
    faults.find((fault) => fault.field === field)?.message ?? null
  const write = (changes: Partial<ChosenPart>) => setPart((before) => ({ ...before, ...changes }))
  const { dimensions, members } = choicesOf(kpis, part)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOfPart(part)
    setFaults(found)
    if (found.length === 0 && !isPending) onAsk(removalOf(part))
  }
  return (
    <form className={styles.form} noValidate onSubmit={ask}>
      <FaultSummary title="Before it can be shown" faults={faults} idOf={idOf} />
      <SelectField
        id={idOf('kpi')}
        label="Measure"
        fault={faultOf('kpi')}
        value={part.kpi}
        options={[
          { value: '', text: 'Choose a measure' },
          ...kpis.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(kpi) => write({ kpi, dimension: '', member: '' })}
      />
      <SelectField
        id={idOf('dimension')}
        label="Breakdown (optional)"
        value={part.dimension}
        options={[
          { value: '', text: 'All, the whole among them' },
          ...dimensions.map(({ id, label }) => ({ value: id, text: label })),
        ]}
        onChange={(dimension) => write({ dimension, member: '' })}
      />
      {part.dimension !== '' && (
        <SelectField
          id={idOf('member')}
          label="Member (optional)"
          value={part.member}
          options={[
            { value: '', text: 'All of them' },
            ...members.map(({ id, label }) => ({ value: id, text: label })),
          ]}
          onChange={(member) => write({ member })}
        />
      )}
      <TextField
        id={idOf('period')}
        label="Period (optional)"
        hint="Such as 2025-09, 2025-Q3 or FY2024-25. Without one, all periods are taken out; of a measure alone its definition goes too, unless a milestone, a risk or an action names it."
        fault={faultOf('period')}
        value={part.period}
        onChange={(period) => write({ period })}
      />
      <div>
        <button type="submit" className="button" aria-disabled={isPending}>
          Show what taking it out would change
        </button>
      </div>
    </form>
  )
}
