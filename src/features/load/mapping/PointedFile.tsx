import type { MappingLook, PointedTable, TableLook } from '../../../api/mappings.ts'
import loadStyles from '../LoadPage.module.css'
import { ColumnsTable } from './ColumnsTable.tsx'
import { FileSettings } from './FileSettings.tsx'
import { tableTitle } from './pointing.ts'
import type { Draft } from './use-pointing.ts'

export interface PointedFileProps {
  table: TableLook
  /** the same table, once it was tried */
  tried: TableLook | null
  draft: Draft
  look: MappingLook
  isOneOfSeveral: boolean
  /** of this table, by its own fields */
  faults: readonly { field: string; message: string }[]
  idOf: (field: string) => string
  onChange: (changes: Partial<Draft>) => void
}

/** One table: where its proposal comes from, its rows below what each column is, and what no column says. */
export function PointedFile(props: PointedFileProps) {
  const { table, tried, draft, look, isOneOfSeveral, faults, idOf, onChange } = props
  const title = tableTitle(table)
  const { isUsed, pointed } = draft
  const write = (changed: PointedTable) => onChange({ pointed: changed })
  return (
    <section className={loadStyles.part} aria-labelledby={idOf('title')}>
      <h3 className="heading-3" id={idOf('title')}>
        {title}
      </h3>
      {isOneOfSeveral && (
        <label className={loadStyles.check}>
          <input
            id={idOf('used')}
            type="checkbox"
            checked={isUsed}
            onChange={({ target }) => onChange({ isUsed: target.checked })}
          />
          Read {title}
        </label>
      )}
      {isUsed && (
        <>
          {table.from && (
            <p>
              Proposed as the saved mapping “{table.from.name}” (version {table.from.version}) reads it. Look
              whether this is the same extract.
            </p>
          )}
          {table.unknown.length > 0 && (
            <>
              <p>Only you know:</p>
              <ul className={loadStyles.consequences}>
                {table.unknown.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
          {!pointed && (
            <p className="note">
              This mapping says more than can be shown column by column, so it is used as it stands.
            </p>
          )}
          <ColumnsTable
            title={title}
            table={tried ?? table}
            pointed={pointed}
            look={look}
            faults={faults}
            idOf={idOf}
            onChange={write}
          />
          {pointed && <FileSettings {...{ pointed, look, faults, idOf }} onChange={write} />}
        </>
      )}
    </section>
  )
}
