import { useRef } from 'react'
import type { MappingLook, PointedTable } from '../../../api/mappings.ts'
import { FormField } from '../../../ui/form/FormField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useFocusLeftBehind } from '../../../ui/use-focus-left-behind.ts'
import loadStyles from '../LoadPage.module.css'
import { Check } from './Check.tsx'
import { MeasureChoice } from './ColumnsTable.tsx'
import { GroupFields } from './GroupFields.tsx'
import { isRatio, needsWholeMeasure } from './pointing.ts'
import { RatioField } from './RatioField.tsx'

export interface FileSettingsProps {
  pointed: PointedTable
  look: Pick<MappingLook, 'kpis' | 'dimensions' | 'forms'>
  /** of this table */
  faults: readonly { field: string; message: string }[]
  idOf: (field: string) => string
  onChange: (table: PointedTable) => void
}

/** What no column says: the measure, the groups, the period, the day, and how figures are written. */
export function FileSettings({ pointed, look, faults, idOf, onChange }: FileSettingsProps) {
  const write = (changes: Partial<PointedTable>) => onChange({ ...pointed, ...changes })
  const has = (role: string) => pointed.columns.some((column) => column.role === role)
  const field = (name: string) => ({
    id: idOf(name),
    fault: faults.find((fault) => fault.field === name)?.message ?? null,
  })
  return (
    <div className={loadStyles.form}>
      {needsWholeMeasure(pointed) && (
        <FormField {...field('kpi')} label="Measure of the figures">
          {(control) => (
            <MeasureChoice
              {...control}
              kpi={pointed.kpi}
              kpis={look.kpis}
              onChange={(kpi) => write({ kpi })}
            />
          )}
        </FormField>
      )}
      {pointed.headers.map((heading, index) => (
        <FormField
          key={JSON.stringify(heading.cut)}
          {...field(`heading-${index}`)}
          label={`Measure of the columns of periods${cutWords(heading.cut)}`}
        >
          {(control) => (
            <MeasureChoice
              {...control}
              kpi={heading.kpi}
              kpis={look.kpis}
              onChange={(kpi) =>
                write({ headers: pointed.headers.map((one, at) => (at === index ? { ...one, kpi } : one)) })
              }
            />
          )}
        </FormField>
      ))}
      {isRatio(pointed) && <RatioField {...field('ratio')} pointed={pointed} onChange={write} />}
      <GroupFields pointed={pointed} dimensions={look.dimensions} field={field} write={write} />
      {!has('period') && pointed.headers.length === 0 && (
        <PeriodField {...field('period')} pointed={pointed} onChange={(period) => write({ period })} />
      )}
      {!has('as-at') && (
        <TextField
          {...field('asAt')}
          label="When the source was read"
          hint="A day as 2025-11-06. Left empty, it is the end of each period."
          value={pointed.asAt === 'period-end' ? '' : pointed.asAt}
          onChange={(day) => write({ asAt: day.trim() || 'period-end' })}
        />
      )}
      <Writing pointed={pointed} field={field} write={write} />
      <TextField
        {...field('file')}
        label="Files of this extract are called"
        hint="A star stands for any letters, so that next month’s file is recognised."
        value={pointed.file}
        onChange={(file) => write({ file })}
      />
    </div>
  )
}

function cutWords({ after = '', before = '' }: { after?: string | undefined; before?: string | undefined }) {
  const words = [after, before].join(' ').trim()
  return words && `: “${words}”`
}

interface WritingProps {
  pointed: PointedTable
  field: (name: string) => { id: string; fault: string | null }
  write: (changes: Partial<PointedTable>) => void
}

/** Marks in place of figures, and how figures are written. */
function Writing({ pointed, field, write }: WritingProps) {
  const { numbers, combine } = pointed
  const isWritten = (key: string) => numbers !== null && key in numbers
  const toggle = (key: string, value: unknown, isOn: boolean) => {
    const { [key]: _, ...rest } = numbers ?? {}
    write({ numbers: isOn ? { ...rest, [key]: value } : rest })
  }
  return (
    <>
      <TextField
        {...field('suppressed')}
        label="Marks that mean withheld"
        hint="As they stand in place of figures, with a space between two: * c"
        value={pointed.suppressed.join(' ')}
        onChange={(marks) => write({ suppressed: marksIn(marks) })}
      />
      <TextField
        {...field('missing')}
        label="Marks that mean missing"
        hint="With a space between two: - .."
        value={pointed.missing.join(' ')}
        onChange={(marks) => write({ missing: marksIn(marks) })}
      />
      <Check
        label="1,234 is one thousand two hundred and thirty-four"
        isChecked={isWritten('thousands')}
        onChange={(isOn) => toggle('thousands', ',', isOn)}
      />
      <Check
        label="Figures may end in a percent sign"
        isChecked={isWritten('percentSign')}
        onChange={(isOn) => toggle('percentSign', true, isOn)}
      />
      <Check
        label="Several rows of one figure are added up"
        isChecked={combine === 'sum'}
        onChange={(isOn) => write({ combine: isOn ? 'sum' : null })}
      />
    </>
  )
}

/** A space that was just typed is where the next mark begins. */
function marksIn(text: string): string[] {
  return text.split(' ').filter((mark, index, all) => mark !== '' || index === all.length - 1)
}

interface PeriodFieldProps {
  id: string
  fault: string | null
  pointed: PointedTable
  onChange: (period: PointedTable['period']) => void
}

/** Where no column says the period: a name does, or one that holds for all rows. */
function PeriodField({ id, fault, pointed: { period }, onChange }: PeriodFieldProps) {
  const isInName = period !== null && period.from !== 'constant'
  const place = useRef<HTMLDivElement>(null)
  // the button that says so goes with what it said
  useFocusLeftBehind(place, isInName)
  return (
    <div ref={place} tabIndex={-1}>
      {isInName ? (
        <p>
          The period stands in the name of the {period.from === 'file-name' ? 'file' : 'sheet'}.{' '}
          <button type="button" className="link-button" onClick={() => onChange(null)}>
            Say the period otherwise
          </button>
        </p>
      ) : (
        <TextField
          id={id}
          fault={fault}
          label="The period of all rows"
          hint="As 2025-10, 2025-Q3 or FY2024-25; or say above which column it is."
          value={period?.text === 'PERIOD' ? '' : (period?.text ?? '')}
          onChange={(text) => onChange({ from: 'constant', text: text.trim(), form: 'period' })}
        />
      )}
    </div>
  )
}
