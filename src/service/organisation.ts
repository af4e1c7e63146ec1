import { Organisation } from '../contract/organisation.ts'
import { askedAgain, defineOperation, noBody, nothing } from './operation.ts'
import { ProblemError } from './problem.ts'

export const readOrganisation = defineOperation({
  method: 'get',
  path: '/organisation',
  summary: 'Whose figures these are',
  params: nothing,
  query: nothing,
  body: noBody,
  reply: Organisation,
  answer: async ({ store }) => {
    const organisation = await store.readOrganisation()
    if (!organisation) {
      throw new ProblemError(
        404,
        "Nothing has been loaded yet, so these figures are nobody's. The first load says whose they are (organisation.json).",
      )
    }
    return askedAgain(async () => organisation)
  },
})
