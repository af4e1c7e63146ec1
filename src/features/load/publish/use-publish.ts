import { useMutation, useQueryClient } from '@tanstack/react-query'
import { loadQuery, type PublishLoad, publishLoad } from '../../../api/loads.ts'

const ofPublication = (id: string) => ['publish', id]

export type Publishing = ReturnType<typeof usePublish>

/** Publishes a load; whatever came of it, what is known of editions and of the load is asked for again. */
export function usePublish(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ofPublication(id),
    mutationFn: (given: PublishLoad) => publishLoad(id, given),
    // also where the answer was lost: the edition may have come about
    onSettled: (load) => {
      if (load) client.setQueryData(loadQuery(id).queryKey, load)
      else void client.invalidateQueries({ queryKey: loadQuery(id).queryKey })
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'load' })
    },
  })
}

/**
 * What was published from this window a moment ago. With the first edition of all the whole page is another one, and
 * whoever pressed is taken to what came of it there.
 */
export function usePublishedHere() {
  const mutations = useQueryClient().getMutationCache()
  return {
    has: (id: string) => mutations.find({ mutationKey: ofPublication(id), status: 'success' }) !== undefined,
  }
}
