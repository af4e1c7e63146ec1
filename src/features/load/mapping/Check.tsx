import loadStyles from '../LoadPage.module.css'

export interface CheckProps {
  label: string
  isChecked: boolean
  onChange: (isOn: boolean) => void
}

export function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className={loadStyles.check}>
      <input type="checkbox" checked={isChecked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}
