import { setupServer } from 'msw/node'
import { handlers } from './handlers/all.ts'

/** The mock for tests in Node. */
export const mockServer = setupServer(...handlers)
