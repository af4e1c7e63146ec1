import { afterAll, afterEach, beforeAll } from 'vitest'
import { db } from '../../mocks/db.ts'
import { mockServer } from '../../mocks/node.ts'

/** The mock API for every test of a file; anything that it does not know fails the test. */
export function withMockApi() {
  beforeAll(() => mockServer.listen({ onUnhandledFrame: 'error' }))
  afterEach(() => {
    mockServer.resetHandlers()
    db.reset()
  })
  afterAll(() => mockServer.close())
  return { mockServer, db }
}
