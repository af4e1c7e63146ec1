import { unnamedRebaseline } from '../../../domain/plans/rebaseline.ts'
import form from '../../../ui/form/form.module.css'
import { TextField } from '../../../ui/form/TextField.tsx'
import page from '../LoadPage.module.css'
import styles from './LevelsSection.module.css'
import {
  fieldOf,
  type RebaselineDraft,
  type RebaselineFault,
  type RebaselineField,
  toBeLookedAt,
} from './rebaselines.ts'

export interface RebaselineFieldsProps {
  draft: RebaselineDraft
  faults: readonly RebaselineFault[]
  idOf: (field: string) => string
  onWrite: (changes: Partial<RebaselineDraft>) => void
}

/** What everybody will read of a re-baseline: what changed, and why limits start again there. */
export function RebaselineFields({ draft, faults, idOf, onWrite }: RebaselineFieldsProps) {
  const { kpi, title, reason, isConfirmed } = draft
  const faultOf = (field: RebaselineField) => faults.find(({ of }) => of === field)?.message ?? null
  const warning = toBeLookedAt(draft)
  const confirmId = idOf(fieldOf(kpi, 'confirmed'))
  return (
    <div className={styles.fields}>
      <TextField
        id={idOf(fieldOf(kpi, 'title'))}
        label="What changed (optional)"
        hint={`A few words that stand at the line in the chart. Left empty, it says “${unnamedRebaseline}”.`}
        fault={null}
        maxLength={120}
        value={title}
        onChange={(title) => onWrite({ title, isConfirmed: false })}
      />
      <TextField
        id={idOf(fieldOf(kpi, 'reason'))}
        label="Why limits start again there"
        hint="What was changed, since when, and why it will stay. Everybody can read it beside the chart: name nobody."
        fault={faultOf('reason')}
        rows={3}
        maxLength={1200}
        value={reason}
        onChange={(reason) => onWrite({ reason, isConfirmed: false })}
      />
      {warning !== null && (
        <div className={faultOf('confirmed') === null ? form.field : `${form.field} ${form.wrong}`}>
          <p id={`${confirmId}-why`}>{warning}</p>
          {faultOf('confirmed') !== null && (
            <p className={form.fault} id={`${confirmId}-fault`}>
              {faultOf('confirmed')}
            </p>
          )}
          <label className={page.check}>
            <input
              id={confirmId}
              type="checkbox"
              aria-invalid={faultOf('confirmed') === null ? undefined : true}
              aria-describedby={`${confirmId}-why${faultOf('confirmed') === null ? '' : ` ${confirmId}-fault`}`}
              checked={isConfirmed}
              onChange={({ target }) => onWrite({ isConfirmed: target.checked })}
            />
            <span>I have looked at these words: they tell nobody who is meant</span>
          </label>
        </div>
      )}
    </div>
  )
}
