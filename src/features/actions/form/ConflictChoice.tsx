import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Action } from '../../../api/actions.ts'
import type { EditableField } from '../../../domain/actions/action.ts'
import form from '../../../ui/form/form.module.css'
import { fieldInWords, fieldNames } from '../action-history.ts'
import styles from './ActionForm.module.css'
import { type ActionFields, fieldsOf } from './action-draft.ts'
import { type FormChoices, nameOfLink } from './form-choices.ts'
import { mergeFields, resolveFields, type Side } from './merge-fields.ts'

export interface ConflictChoiceProps {
  /** the action as it was when the form was opened */
  read: ActionFields
  mine: ActionFields
  theirs: Action
  choices: FormChoices
  isSaving: boolean
  onResolve: (fields: ActionFields) => void
  /** gives up what was written here */
  onTakeTheirs: () => void
}

/** Two people changed the same action: both versions, field by field, to choose from. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { read, mine, theirs, choices, isSaving, onResolve, onTakeTheirs } = props
  const now = fieldsOf(theirs)
  const merge = mergeFields(read, mine, now)
  const [chosen, setChosen] = useState<Partial<Record<EditableField, Side>>>({})
  const [isUnsaid, setUnsaid] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const words = (name: EditableField, value: string) =>
    fieldInWords(name, value, (id) => nameOfLink(choices, id))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isChosen = merge.both.every((name) => chosen[name] !== undefined)
    setUnsaid(!isChosen)
    if (isChosen && !isSaving) onResolve(resolveFields(mine, now, merge, chosen))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <h3 className="heading-3" ref={head} tabIndex={-1}>
          Somebody else changed action {theirs.id} while you wrote
        </h3>
        <p className={styles.hint}>
          Last changed by {theirs.history.at(-1)?.byRole ?? 'another role'}. Nothing of yours is saved yet,
          and nothing is lost: choose what is to stand.
        </p>
      </div>
      {isUnsaid && <p role="alert">Choose one of the two for every field below.</p>}
      {merge.both.map((name) => (
        <fieldset key={name} className={styles.choice}>
          <legend>{fieldNames[name]}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={styles.side}>
              <input
                type="radio"
                name={`choose-${name}`}
                checked={chosen[name] === side}
                onChange={() => setChosen({ ...chosen, [name]: side })}
              />
              <div>
                <span>{side === 'mine' ? 'Yours' : 'Theirs'}</span>
                {words(name, side === 'mine' ? mine[name] : now[name])}
              </div>
            </label>
          ))}
        </fieldset>
      ))}
      <Kept
        title="Changed by you alone, and kept:"
        names={merge.mine}
        of={(name) => words(name, mine[name])}
      />
      <Kept
        title="Changed by them alone, and kept:"
        names={merge.theirs}
        of={(name) => words(name, now[name])}
      />
      <div className={form.buttons}>
        <button type="submit" className={`button ${form.first}`} aria-disabled={isSaving}>
          {isSaving ? 'Saving' : 'Save what is chosen'}
        </button>
        <button type="button" className="button" onClick={onTakeTheirs}>
          Leave it as they have it
        </button>
      </div>
    </form>
  )
}

interface KeptProps {
  title: string
  names: readonly EditableField[]
  of: (name: EditableField) => string
}

function Kept({ title, names, of }: KeptProps) {
  if (names.length === 0) return null
  return (
    <div className={styles.kept}>
      <p>{title}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <b>{fieldNames[name]}:</b> {of(name)}
          </li>
        ))}
      </ul>
    </div>
  )
}
