import { useMutation, useQueryClient } from '@tanstack/react-query'
import { loadLogQuery } from '../../../api/load-log.ts'
import { type AskedSource, askSource, sourcesQuery } from '../../../api/sources.ts'

/** Asks a source now. What it brought is told with its rows, which are forgotten with the page. */
export function useAskSource(name: string, onAsked: (asked: AskedSource) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => askSource(name),
    onSuccess: onAsked,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: sourcesQuery().queryKey })
      await client.invalidateQueries({ queryKey: loadLogQuery().queryKey })
    },
    gcTime: 0,
  })
}
