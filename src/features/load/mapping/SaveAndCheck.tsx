import { type FormEvent, useState } from 'react'
import type { ChosenFile } from '../../../api/loads.ts'
import type { MappingLook } from '../../../api/mappings.ts'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import form from '../../../ui/form/form.module.css'
import { TextField } from '../../../ui/form/TextField.tsx'
import loadStyles from '../LoadPage.module.css'
import type { usePointing } from './use-pointing.ts'

export interface SaveAndCheckProps {
  look: MappingLook
  pointing: ReturnType<typeof usePointing>
  onCheck: (files: readonly ChosenFile[]) => void
}

const nameId = 'mapping-name'
const noName = { field: 'name', message: 'Give it a name, or check the files without saving' }
type NoName = typeof noName

/** Keeps what was pointed at under a name, and has the files checked by it; or has them checked alone. */
export function SaveAndCheck({ look, pointing: { keeping, withMapping }, onCheck }: SaveAndCheckProps) {
  const before = look.tables.find(({ from }) => from !== null)?.from?.name ?? ''
  const [name, setName] = useState(before)
  const [faults, setFaults] = useState<readonly NoName[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (keeping.isPending) return
    setFaults(name.trim() === '' ? [noName] : [])
    if (name.trim() !== '')
      keeping.mutate(name.trim(), { onSuccess: () => onCheck(withMapping(name.trim())) })
  }
  return (
    <form className={loadStyles.form} noValidate onSubmit={submit}>
      <FaultSummary
        title="Before it can be saved"
        failure={keeping.error?.message ?? null}
        faults={faults}
        idOf={() => nameId}
      />
      <TextField
        id={nameId}
        label="Save it as"
        hint="By this name the same extract is recognised next month. One that is there already gets another version."
        fault={faults[0]?.message ?? null}
        value={name}
        onChange={setName}
      />
      <div className={form.buttons}>
        <button type="submit" className={`button ${form.first}`} aria-disabled={keeping.isPending}>
          {keeping.isPending ? 'Saving' : 'Save it, and check the files'}
        </button>
        <button type="button" className="button" onClick={() => onCheck(withMapping())}>
          Check the files without saving
        </button>
      </div>
    </form>
  )
}
