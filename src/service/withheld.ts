import { WithheldQuery, WithheldReply } from '../contract/withheld.ts'
import { withholdingInWords } from '../domain/disclosure/withholding-words.ts'
import { namesOfPlaces } from '../domain/editions/place-names.ts'
import { defineOperation, neverKept, noBody, nothing, only } from './operation.ts'
import { ownPartOf } from './own-part.ts'
import { selectKpis } from './select-series.ts'
import { openView } from './view.ts'

export const readWithheld = defineOperation({
  method: 'get',
  path: '/withheld',
  summary: 'For officers: what the panel does not see of some measures, and which rule hid each figure',
  params: nothing,
  query: only(WithheldQuery),
  body: noBody,
  reply: WithheldReply,
  answer: async ({ store, asker, query }) => {
    const { edition, reader } = await openView(store, asker, { edition: query.edition, audience: 'exact' })
    const kpis = await reader.readKpis()
    const asked = selectKpis(query.kpi, kpis, edition.number).map(({ id }) => id)
    return neverKept(async () => {
      const withheld = await store.readWithheld(edition, asked, await ownPartOf(store, asker.session))
      const names = namesOfPlaces(kpis)
      return {
        edition: edition.number,
        withheld: withheld.map((one) => {
          const { against: _, ...told } = one
          return { ...told, words: withholdingInWords(one, names) }
        }),
      }
    })
  },
})
