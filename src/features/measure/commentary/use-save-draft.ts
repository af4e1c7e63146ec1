import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../api/api-error.ts'
import {
  type Commentary,
  type CommentaryReply,
  commentaryDraftsQuery,
  draftAsItStands,
  writeCommentary,
} from '../../../api/commentary.ts'
import { withDraft } from './comments.ts'
import { type DraftWords, saysTheSame } from './draft-words.ts'
import type { CommentPlace } from './use-draft-words.ts'

/** Writes into what has been read of the drafts, and gives what stood there before. */
function useDraftsCache() {
  const client = useQueryClient()
  const { queryKey } = commentaryDraftsQuery()
  return {
    put: (place: CommentPlace, draft: Commentary | null) => {
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, before && withDraft(before, place, draft))
      return before
    },
    restore: (before: CommentaryReply | undefined) => void client.setQueryData(queryKey, before),
    pause: () => client.cancelQueries({ queryKey }),
  }
}

export function isConflict(error: Error | null): boolean {
  return error instanceof ApiError && error.kind === 'conflict'
}

/**
 * Saves the words of a role. Where the reply to an earlier attempt was lost the service refuses the second as out
 * of date, although what stands there are the very words: that is a success.
 */
export function useSaveDraft(place: CommentPlace) {
  const cache = useDraftsCache()
  return useMutation({
    // without a connection it fails at once and says so, in place of waiting for one
    networkMode: 'always',
    mutationFn: async ({ text, release, read, confirmed }: DraftWords & { confirmed?: true }) => {
      const given = { kpi: place.kpi, period: place.period, text: text.trim(), release, confirmed }
      return writeCommentary(given, { version: read }).catch((error: unknown) => {
        const stands = draftAsItStands(error)
        if (saysTheSame(given, stands)) return stands
        throw error
      })
    },
    onSuccess: (draft) => void cache.put(place, draft),
    onError: (error) => {
      if (isConflict(error)) cache.put(place, draftAsItStands(error))
    },
  })
}

/** Takes a draft back: gone from the page at once, and there again where the service did not take it. */
export function useDeleteDraft() {
  const cache = useDraftsCache()
  return useMutation({
    // without a connection it fails at once and says so, in place of waiting for one
    networkMode: 'always',
    mutationFn: ({ kpi, period, release, version }: Commentary) =>
      writeCommentary({ kpi, period, text: '', release }, { version }),
    onMutate: async (draft) => {
      await cache.pause()
      return cache.put(draft, null)
    },
    onError: (error, draft, before) => {
      if (isConflict(error)) cache.put(draft, draftAsItStands(error))
      else cache.restore(before)
    },
  })
}
