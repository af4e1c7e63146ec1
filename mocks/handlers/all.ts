import { operations } from '../../src/service/operations.ts'
import { loadHandlers } from './loads.ts'
import { mockOperation } from './operation-handler.ts'
import { sessionHandlers } from './session.ts'

/** The API as `npm run dev` and the tests have it: the same service, over the demonstration in memory. */
export const handlers = [...operations.map(mockOperation), ...sessionHandlers, ...loadHandlers]
