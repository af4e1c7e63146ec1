import { useState } from 'react'
import type { Load } from '../../../api/loads.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from '../LoadPage.module.css'
import { SecondStep } from '../SecondStep.tsx'
import { faultOfTime, type Naming } from './naming.ts'
import type { Publishing } from './use-publish.ts'
import { WhenField } from './WhenField.tsx'

export interface ConfirmStepProps {
  load: Load
  naming: Naming
  /** of the organisation */
  timezone: string
  onWrite: (changes: Partial<Naming>) => void
  /** what else follows of what was chosen, as sentences */
  also: readonly string[]
  /** the number that the edition will have */
  number: number
  publish: Publishing
  onBack: () => void
  onPublish: () => void
}

/** What will happen to whom, in so many words, and when. */
export function ConfirmStep(props: ConfirmStepProps) {
  const { load, naming, timezone, also, number, publish, onWrite, onBack, onPublish } = props
  const [fault, setFault] = useState<string | null>(null)
  const isLater = naming.at !== null
  const decide = () => {
    const found = faultOfTime(naming, timezone, new Date())
    setFault(found)
    if (found === null) onPublish()
  }
  return (
    <SecondStep
      title={`This becomes edition ${number}, “${naming.label.trim()}”`}
      consequences={consequencesOf(load, naming, number, also)}
      failed="It was not published."
      error={publish.error}
      isPending={publish.isPending}
      act={`Publish edition ${number}${isLater ? ' at that time' : ''}`}
      onAct={decide}
      back="Back, without publishing"
      onBack={onBack}
    >
      <WhenField at={naming.at} timezone={timezone} fault={fault} onWrite={(at) => onWrite({ at })} />
      <div className={publish.isPending ? styles.progress : undefined}>
        <LiveWords className={styles.said}>
          {publish.isPending &&
            (isLater
              ? 'Setting the time.'
              : 'Publishing: figures are written, protected and analysed. This may take a minute.')}
        </LiveWords>
        {publish.isPending && <progress aria-label={isLater ? 'Setting the time' : 'Publishing'} />}
      </div>
    </SecondStep>
  )
}

function consequencesOf(
  { preview }: Load,
  { reason, exact, at }: Naming,
  number: number,
  also: readonly string[],
): string[] {
  const told = (audience: 'exact' | 'protected') => {
    const found = preview.find((one) => one.audience === audience)
    return found
      ? `${countOf(found.newFigures, 'new figure')}, ${found.restatedFigures.toLocaleString('en-GB')} replaced, ${found.suppressedFigures.toLocaleString('en-GB')} withheld`
      : 'nothing'
  }
  return [
    `Everybody, the panel and the press among them, can read it ${at === null ? 'at once' : 'from that time on'}: ${told('protected')}.`,
    `Officers read the exact figures of the services that are theirs: ${told('exact')}.`,
    ...(number > 1
      ? [
          `Edition ${number - 1} stays as it is, and its readers are told that there is a newer one. Copied links to it still open it.`,
        ]
      : []),
    `Comments and actions that were released since go with it, ${at === null ? '' : 'those released until then among them, '}and are frozen in it.`,
    ...(at === null ? [] : ['Where another edition is published before that time, this one is not.']),
    ...(reason.trim() ? ['The reason stands in its note for everybody.'] : []),
    ...(exact.length
      ? [`The exact figures of ${exact.join(', ')} are everybody's from now on; that cannot be taken back.`]
      : []),
    ...also,
    'It cannot be deleted. It can be withdrawn, with a reason that everybody reads.',
  ]
}
