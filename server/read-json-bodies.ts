import { isTooDeep } from '../src/contract/bounds.ts'
import { ProblemError } from '../src/service/problem.ts'
import type { Application } from './application.ts'

/**
 * Bodies are JSON, no deeper than any that the API takes. A form of another site can send plain text without asking
 * first, and JSON only where it is allowed to: so plain text is not read.
 */
export function readJsonBodies(app: Application) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body))
      done(new ProblemError(400, 'The body has more lists inside each other than are read.'))
    else parse(request, body, done)
  })
}
