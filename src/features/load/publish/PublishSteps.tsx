import { useRef, useState } from 'react'
import type { Load } from '../../../api/loads.ts'
import { useFocusLeftBehind } from '../../../ui/use-focus-left-behind.ts'
import { LevelsSection } from '../levels/LevelsSection.tsx'
import {
  consequencesOfRebaselines,
  faultsOfRebaselines,
  givenRebaselines,
  type RebaselineDraft,
} from '../levels/rebaselines.ts'
import { consequencesOfTakeBack } from '../take-back/take-back-load-words.ts'
import { ConfirmStep } from './ConfirmStep.tsx'
import { idOf, NamingForm } from './NamingForm.tsx'
import { emptyNaming, givenOf, type Naming } from './naming.ts'
import { usePublish } from './use-publish.ts'

export interface PublishStepsProps {
  load: Load
  /** of the organisation */
  timezone: string
  /** the edition that it stands on; 0 where there is none */
  latest: number
}

/** Publishing is decided twice: how the edition is called and why it is right; then what happens to whom. */
export function PublishSteps({ load, timezone, latest }: PublishStepsProps) {
  const [naming, setNaming] = useState<Naming>({ ...emptyNaming, note: load.note ?? '' })
  const [isToConfirm, setToConfirm] = useState(false)
  const [chosen, setChosen] = useState<readonly RebaselineDraft[]>([])
  const [wasTried, setTried] = useState(false)
  const publish = usePublish(load.id)
  const goesOn = useRef<HTMLButtonElement>(null)
  useFocusLeftBehind(goesOn, isToConfirm)
  const { levels = [] } = load
  const further = faultsOfRebaselines(chosen, levels)
  return (
    <>
      {!isToConfirm && (
        <LevelsSection
          levels={levels}
          chosen={chosen}
          faults={wasTried ? further : []}
          idOf={idOf}
          onChoose={setChosen}
        />
      )}
      <section className="section" aria-labelledby="publish">
        <div className="section-head">
          <h2 className="heading-2" id="publish">
            Publish
          </h2>
          <p>{isToConfirm ? 'Step 2 of 2: what happens, and to whom' : 'Step 1 of 2: name the edition'}</p>
        </div>
        {isToConfirm ? (
          <ConfirmStep
            load={load}
            naming={naming}
            timezone={timezone}
            onWrite={(changes) => setNaming((before) => ({ ...before, ...changes }))}
            also={[
              ...consequencesOfTakeBack(load.takesBack, latest + 1),
              ...consequencesOfRebaselines(chosen, levels),
            ]}
            number={latest + 1}
            publish={publish}
            onBack={() => {
              publish.reset()
              setToConfirm(false)
            }}
            onPublish={() => publish.mutate({ ...givenOf(naming), ...givenRebaselines(chosen) })}
          />
        ) : (
          <NamingForm
            goesOn={goesOn}
            needs={load.needs}
            naming={naming}
            checkFurther={() => {
              setTried(true)
              return further
            }}
            onWrite={(changes) => setNaming((before) => ({ ...before, ...changes }))}
            onDone={() => setToConfirm(true)}
          />
        )}
      </section>
    </>
  )
}
