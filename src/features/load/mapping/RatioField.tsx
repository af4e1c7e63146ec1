import type { PointedTable } from '../../../api/mappings.ts'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { ratioWords } from './pointing.ts'

export interface RatioFieldProps {
  id: string
  fault: string | null
  pointed: PointedTable
  onChange: (changes: Partial<PointedTable>) => void
}

/** Of two columns that hold a figure's parts: how they make it. */
export function RatioField({ id, fault, pointed: { ratio }, onChange }: RatioFieldProps) {
  const scale = ratio && (ratio.scale ?? 1)
  const known = scale === undefined || ratioWords.some((one) => one.scale === scale)
  const options = ratioWords.map(({ scale: times, words }) => ({ value: String(times), text: words }))
  return (
    <SelectField
      id={id}
      fault={fault}
      label="What the numerator divided by the denominator is"
      value={String(scale ?? '')}
      options={[
        ...(scale === undefined ? [{ value: '', text: 'A percentage, or a rate?' }] : []),
        ...options,
        ...(known ? [] : [{ value: String(scale), text: `Times ${scale.toLocaleString('en-GB')}` }]),
      ]}
      onChange={(value) => onChange({ ratio: value === '1' ? {} : { scale: Number(value) } })}
    />
  )
}
