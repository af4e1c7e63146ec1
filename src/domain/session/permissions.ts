import { mayConfirmActions, mayWriteActions } from '../actions/transitions.ts'
import { mayWriteCommentary } from '../commentary/commentary.ts'

/**
 * What a role may do, as the session names it. What it may read is another matter: its audience.
 *
 * @example permissionsOf('public') → []; permissionsOf('cabinet-author') → ['write-commentary', 'store-packs']
 */
export function permissionsOf(role: string): string[] {
  return [
    ...(role === 'analyst' ? ['load', 'publish'] : []),
    ...(mayWriteActions(role) ? ['write-actions'] : []),
    ...(mayConfirmActions(role) ? ['confirm-actions'] : []),
    ...(mayWriteCommentary(role) ? ['write-commentary'] : []),
    // a pack that fits into its address needs no permission
    ...(role === 'public' ? [] : ['store-packs']),
  ]
}
