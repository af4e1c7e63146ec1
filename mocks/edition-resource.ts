import { fail } from './failures/fail.ts'
import { failureOfResource } from './failures/failing-resource.ts'
import { type RequestedView, readView } from './read-view.ts'

export interface EditionRequest extends RequestedView {
  request: Request
  query: URLSearchParams
}

export interface EditionReplies {
  whole: () => Response | Promise<Response>
  /** the same with nothing in it, for the failure of that name */
  empty: () => Response | Promise<Response>
}

/** What every resource of an edition does first: read the view, refuse what may not be asked, fail when told to. */
export function editionResource(
  resource: string,
  ownParameters: readonly string[],
  answer: (request: EditionRequest) => EditionReplies | Response,
) {
  return ({ request }: { request: Request }): Response | Promise<Response> => {
    const view = readView(request, ownParameters)
    if (view instanceof Response) return view
    const replies = answer({ ...view, request, query: new URL(request.url).searchParams })
    if (replies instanceof Response) return replies
    const failure = failureOfResource(resource)
    return failure ? fail(failure, replies.whole, replies.empty) : replies.whole()
  }
}
