import { queryOptions } from '@tanstack/react-query'
import type { Commentary, CommentaryReply, WriteCommentary } from '../contract/commentary.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { paths } from '../contract/paths.ts'
import { versionTag } from '../contract/version-tag.ts'
import { ApiError } from './api-error.ts'
import { getJson, sendJson } from './client.ts'
import { readAs } from './contract.ts'
import { freshFor, type PinnedView } from './view.ts'

/** What an edition froze. */
export const commentaryQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['commentary', view.edition, view.audience],
    queryFn: ({ signal }) =>
      getJson(paths.commentary(view), ({ CommentaryReply }) => CommentaryReply, signal),
    staleTime: freshFor(view),
  })

/** Drafts for the next edition: for officers; anybody else is refused. */
export const commentaryDraftsQuery = () =>
  queryOptions({
    queryKey: ['commentary-drafts'],
    queryFn: ({ signal }) =>
      getJson(officerPaths.commentaryDrafts(), ({ CommentaryReply }) => CommentaryReply, signal),
    staleTime: 10_000,
  })

/**
 * Writes the draft of the role that is signed in, where it still is what was read (null: there was none). An empty
 * text takes it back, and brings null.
 * @throws ApiError of kind `conflict` otherwise: see `draftAsItStands`
 */
export async function writeCommentary(
  given: WriteCommentary,
  read: Pick<Commentary, 'version'> | null,
): Promise<Commentary | null> {
  const version = read?.version ?? null
  const headers: Record<string, string> = version === null ? {} : { 'if-match': versionTag(version) }
  return (
    await sendJson(
      'PUT',
      officerPaths.writeCommentary(),
      ({ CommentaryDraftReply }) => CommentaryDraftReply,
      given,
      headers,
    )
  ).draft
}

/** What a conflict says that the draft is now; null where there is none, and for every other failure. */
export function draftAsItStands(error: unknown): Commentary | null {
  if (!(error instanceof ApiError) || error.kind !== 'conflict') return null
  return readAs(error.refusal.current, ({ Commentary }) => Commentary)
}

export type { Commentary, CommentaryReply, WriteCommentary }
