import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keepMapping, mappingsQuery } from '../../../api/mappings.ts'
import { putAwayConsequences } from '../../../domain/loads/saved-mapping-words.ts'
import { SecondStep } from '../SecondStep.tsx'

export interface PutAwayStepProps {
  name: string
  onDone: () => void
  onBack: () => void
}

export function PutAwayStep({ name, onDone, onBack }: PutAwayStepProps) {
  const client = useQueryClient()
  const putting = useMutation({
    mutationFn: () => keepMapping({ name, mapping: null }),
    onSuccess: onDone,
    // it may have been put away by somebody else
    onSettled: async () => await client.invalidateQueries({ queryKey: mappingsQuery().queryKey }),
  })
  return (
    <SecondStep
      title={`“${name}” will be put away`}
      consequences={putAwayConsequences}
      failed="It was not put away."
      error={putting.error}
      isPending={putting.isPending}
      act={putting.isPending ? 'Putting it away' : `Put “${name}” away now`}
      onAct={() => putting.mutate()}
      back="Back, without putting it away"
      onBack={onBack}
    />
  )
}
