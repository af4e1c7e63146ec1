import { type FormEvent, useState } from 'react'
import type { ChosenFile, Load } from '../../../api/loads.ts'
import type { MappingLook } from '../../../api/mappings.ts'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import form from '../../../ui/form/form.module.css'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { sortProblems } from '../group-problems.ts'
import loadStyles from '../LoadPage.module.css'
import { ProblemList } from '../ProblemList.tsx'
import { MadeFigures } from './MadeFigures.tsx'
import { PointedFile } from './PointedFile.tsx'
import { faultsOf, hasErrors, triedWords } from './pointing.ts'
import { SaveAndCheck } from './SaveAndCheck.tsx'
import { usePointing } from './use-pointing.ts'

export interface PointingSectionProps {
  load: Load
  /** as they were chosen; none after the page was opened again */
  files: readonly ChosenFile[]
  onCheck: (files: readonly ChosenFile[]) => void
}

/** Files that nothing describes: their rows, what each column is, and what comes of it. */
export function PointingSection({ load, files, onCheck }: PointingSectionProps) {
  return (
    <section className="section" aria-labelledby="pointing">
      <div className="section-head">
        <h2 className="heading-2" id="pointing">
          What the columns are
        </h2>
        <p>Nothing of these files is kept</p>
      </div>
      {files.length === 0 ? (
        <p className="note">Choose the files again to say what their columns are.</p>
      ) : (
        <Pointing load={load} files={files} onCheck={onCheck} />
      )}
    </section>
  )
}

function Pointing({ load, files, onCheck }: PointingSectionProps) {
  const pointing = usePointing(load, files)
  return (
    <QueryPanel query={pointing.proposal} what="first rows" height="20rem">
      {(look: MappingLook) => <Looked look={look} pointing={pointing} onCheck={onCheck} />}
    </QueryPanel>
  )
}

interface Fault {
  field: string
  message: string
}

interface LookedProps {
  look: MappingLook
  pointing: ReturnType<typeof usePointing>
  onCheck: (files: readonly ChosenFile[]) => void
}

/** What is to be said of one of the tables, by its own fields. */
function faultsOfTable(faults: readonly Fault[], index: number): Fault[] {
  const prefix = `${index}-`
  return faults.flatMap(({ field, message }) =>
    field.startsWith(prefix) ? [{ field: field.slice(prefix.length), message }] : [],
  )
}

const fieldId = (field: string) => `point-${field}`

function Looked({ look, pointing, onCheck }: LookedProps) {
  const { drafts, trial, change } = pointing
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const tried = trial.data
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = drafts.flatMap(({ isUsed, pointed }, index) =>
      isUsed && pointed
        ? faultsOf(pointed, look.kpis).map(({ field, message }) => ({ field: `${index}-${field}`, message }))
        : [],
    )
    const none = drafts.some(({ isUsed }) => isUsed)
      ? []
      : [{ field: '0-used', message: 'Say which table is read' }]
    setFaults([...found, ...none])
    if (found.length + none.length === 0) trial.mutate()
  }
  if (look.tables.length === 0) {
    return (
      <ProblemList id="not-looked-into" title="Why" note="" groups={sortProblems(look.problems).errors} />
    )
  }
  return (
    <>
      <form noValidate onSubmit={submit}>
        <FaultSummary title="Before it can be tried" faults={faults} idOf={fieldId} />
        {look.tables.map((table, index) => {
          const draft = drafts[index]
          return (
            draft && (
              <PointedFile
                key={table.label}
                table={table}
                tried={tried?.tables.find(({ label }) => label === table.label) ?? null}
                draft={draft}
                look={look}
                isOneOfSeveral={look.tables.length > 1}
                faults={faultsOfTable(faults, index)}
                idOf={(field) => fieldId(`${index}-${field}`)}
                onChange={(changes) => change(index, changes)}
              />
            )
          )
        })}
        <div className={`${form.buttons} ${loadStyles.part}`}>
          <button
            type="submit"
            className={`button ${form.first}`}
            aria-disabled={trial.isPending}
            onClick={(event) => trial.isPending && event.preventDefault()}
          >
            {trial.isPending ? 'Trying' : tried ? 'Try it again' : 'Try it: see the figures'}
          </button>
        </div>
      </form>
      <LiveWords className={loadStyles.said}>{tried && triedWords(tried)}</LiveWords>
      {trial.error && (
        <p className={loadStyles.refused} role="alert">
          <strong>It was not tried.</strong> {trial.error.message}
        </p>
      )}
      {tried && (
        <>
          <MadeFigures look={tried} />
          <ProblemList
            id="tried-errors"
            title="What keeps it from being loaded"
            note="Say above what the columns are, or put it right where the file comes from; then try it again."
            groups={sortProblems(tried.problems).errors}
          />
          {!hasErrors(tried) && <SaveAndCheck look={look} pointing={pointing} onCheck={onCheck} />}
        </>
      )}
    </>
  )
}
