import type {
  ColumnRole,
  MappingLook,
  PointedColumn,
  PointedTable,
  TableLook,
} from '../../../api/mappings.ts'
import { capital } from '../../../domain/measures/letter-case.ts'
import type { ControlProps } from '../../../ui/form/FormField.tsx'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import styles from '../rows/rows.module.css'
import { periodHeadingWords, roleWords, withColumn, withRole } from './pointing.ts'

export interface ColumnsTableProps {
  title: string
  table: TableLook
  /** null where it is read by a mapping as it stands */
  pointed: PointedTable | null
  look: Pick<MappingLook, 'kpis' | 'forms'>
  faults: readonly { field: string; message: string }[]
  idOf: (field: string) => string
  onChange: (table: PointedTable) => void
}

/** The first rows as they stand, and above each column what it is. It scrolls in its own place, by keys as well. */
export function ColumnsTable({ title, table, pointed, look, faults, idOf, onChange }: ColumnsTableProps) {
  const gone = pointed?.columns.slice(table.names.length) ?? []
  // a column is known by its place: two may have one name
  const columns = [...table.names, ...gone.map(({ name }) => name)].map((inFile, place) => ({
    place,
    name: pointed?.columns[place]?.name ?? inFile,
  }))
  const rows = table.rows.map((row, place) => ({ ...row, place }))
  return (
    <section className={styles.scroll} aria-label={`Rows of ${title}`} {...keyboardStop}>
      <table className={styles.rows}>
        <caption className="visually-hidden">First rows of {title}, and what each column is</caption>
        <thead>
          <tr>
            <th scope="col" data-wrong={isWrong(table, -1, -1)}>
              Line
              <Wrong table={table} row={-1} column={-1} />
            </th>
            {columns.map(({ place, name }) => (
              <th key={place} scope="col">
                <span className={styles.name}>{name || 'Without a name'}</span>
                {place >= table.names.length && <span className={styles.wrong}>Not in this file</span>}
                {name === '' && <span className={styles.note}>Cannot be read: it has no name</span>}
                <Wrong table={table} row={-1} column={place} />
              </th>
            ))}
          </tr>
          {pointed && (
            // a row of its own: what heads a cell is its name, without all that the column might be
            <tr>
              <th scope="row">What it is</th>
              {columns.map(({ place, name }) => {
                const column = pointed.columns[place]
                return (
                  <td key={place}>
                    {column && name !== '' ? (
                      <ColumnChoice
                        column={column}
                        look={look}
                        fault={faults.find(({ field }) => field === `kpi-${place}`)?.message ?? null}
                        idOf={(field) => idOf(`${field}-${place}`)}
                        onRole={(role) => onChange(withRole(pointed, place, role))}
                        onChange={(changes) => onChange(withColumn(pointed, place, changes))}
                      />
                    ) : (
                      <span className="visually-hidden">empty</span>
                    )}
                  </td>
                )
              })}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map(({ place: row, line, cells }) => (
            <tr key={row} data-wrong={isWrong(table, row, -1)}>
              <th scope="row" data-wrong={isWrong(table, row, -1)}>
                {line || row + 1}
                <Wrong table={table} row={row} column={-1} />
              </th>
              {columns.map(({ place }) => (
                <td key={place} data-wrong={isWrong(table, row, place)}>
                  {cells[place] || <span className="visually-hidden">empty</span>}
                  <Wrong table={table} row={row} column={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isWrong = ({ marks }: TableLook, row: number, column: number) =>
  marks.some((mark) => mark.row === row && mark.column === column)

/** What is wrong in a cell, and what to do, in the cell itself; of a whole row in its first. */
function Wrong({ table, row, column }: { table: TableLook; row: number; column: number }) {
  const [mark] = table.marks.filter((one) => one.row === row && one.column === column)
  if (!mark) return null
  return (
    <span className={styles.wrong}>
      <strong>{column < 0 ? 'Wrong, the whole row:' : 'Wrong:'}</strong> {mark.message}.{' '}
      {capital(mark.remedy)}
    </span>
  )
}

interface ColumnChoiceProps {
  column: PointedColumn
  look: Pick<MappingLook, 'kpis' | 'forms'>
  /** that no measure is said */
  fault: string | null
  idOf: (field: string) => string
  onRole: (role: ColumnRole) => void
  onChange: (changes: Partial<PointedColumn>) => void
}

function ColumnChoice({ column, look, fault, idOf, onRole, onChange }: ColumnChoiceProps) {
  const { name, role } = column
  return (
    <span className={styles.choices}>
      <select
        id={idOf('role')}
        className="select"
        aria-label={`What “${name}” is`}
        value={role}
        onChange={({ target }) => onRole(target.value as ColumnRole)}
      >
        {role === 'figures-of-period' && <option value={role}>{periodHeadingWords}</option>}
        {Object.entries(roleWords).map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      {role === 'period' && (
        <select
          id={idOf('form')}
          className="select"
          aria-label={`How “${name}” writes the period`}
          value={column.form}
          onChange={({ target }) => onChange({ form: target.value })}
        >
          {look.forms.map(({ id, example }) => (
            <option key={id} value={id}>
              {example}
            </option>
          ))}
        </select>
      )}
      {role === 'figures' && (
        <>
          {fault !== null && (
            <span className={styles.wrong} id={idOf('kpi-fault')}>
              {fault}
            </span>
          )}
          <MeasureChoice
            id={idOf('kpi')}
            aria-label={`Measure of “${name}”`}
            aria-invalid={fault === null ? undefined : true}
            aria-describedby={fault === null ? undefined : idOf('kpi-fault')}
            kpi={column.kpi ?? ''}
            kpis={look.kpis}
            onChange={(kpi) => onChange({ kpi })}
          />
        </>
      )}
      {role === 'figures-of-member' && (
        <input
          id={idOf('member')}
          className="field"
          aria-label={`Group of “${name}”`}
          value={column.member ?? name}
          onChange={({ target }) => onChange({ member: target.value })}
        />
      )}
    </span>
  )
}

export interface MeasureChoiceProps extends ControlProps {
  /** where no label stands beside it */
  'aria-label'?: string
  kpi: string
  kpis: MappingLook['kpis']
  onChange: (kpi: string) => void
}

export function MeasureChoice({ kpi, kpis, onChange, ...control }: MeasureChoiceProps) {
  const isKnown = kpis.some((one) => one.id === kpi)
  return (
    <select
      {...control}
      className="select"
      value={isKnown ? kpi : ''}
      onChange={({ target }) => onChange(target.value)}
    >
      {!isKnown && <option value="">Which measure?</option>}
      {kpis.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}
