import { type FormEvent, useState } from 'react'
import type { ChosenFile } from '../../../api/loads.ts'
import type { MappingLook } from '../../../api/mappings.ts'
import form from '../../../ui/form/form.module.css'
import { TextField } from '../../../ui/form/TextField.tsx'
import loadStyles from '../LoadPage.module.css'
import type { usePointing } from './use-pointing.ts'

export interface SaveAndCheckProps {
  look: MappingLook
  pointing: ReturnType<typeof usePointing>
  onCheck: (files: readonly ChosenFile[]) => void
}

/** Keeps what was pointed at under a name, and has the files checked by it; or has them checked alone. */
export function SaveAndCheck({ look, pointing: { keeping, withMapping }, onCheck }: SaveAndCheckProps) {
  const before = look.tables.find(({ from }) => from !== null)?.from?.name ?? ''
  const [name, setName] = useState(before)
  const [isBlank, setBlank] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBlank(name.trim() === '')
    if (name.trim() === '' || keeping.isPending) return
    keeping.mutate(name.trim(), { onSuccess: () => onCheck(withMapping()) })
  }
  return (
    <form className={loadStyles.form} noValidate onSubmit={submit}>
      <TextField
        id="mapping-name"
        label="Save it as"
        hint="By this name the same extract is recognised next month. One that is there already gets another version."
        fault={
          isBlank ? 'Give it a name, or check the files without saving' : (keeping.error?.message ?? null)
        }
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
