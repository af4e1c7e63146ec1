import { useMutation, useQueryClient } from '@tanstack/react-query'
import { loadQuery, type PublishLoad, publishLoad } from '../../../api/loads.ts'

export type Publishing = ReturnType<typeof usePublish>

/** Publishes a load; whatever came of it, what is known of editions and of the load is asked for again. */
export function usePublish(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: PublishLoad) => publishLoad(id, given),
    // also where the answer was lost: the edition may have come about
    onSettled: (load) => {
      if (load) client.setQueryData(loadQuery(id).queryKey, load)
      else void client.invalidateQueries({ queryKey: loadQuery(id).queryKey })
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'load' })
    },
  })
}
