import { previewBase } from '../api/preview.ts'

/** A page that a reader may go to from every other. */
export interface AppPage {
  to:
    | '/'
    | '/safeguarding'
    | '/plan'
    | '/emerging'
    | '/actions'
    | '/changes'
    | '/data'
    | '/load'
    | '/audit'
    | '/pack'
    | '/definitions'
    | '/methods'
    | '/accessibility'
  label: string
}

const pages: readonly AppPage[] = [
  { to: '/', label: 'Overview' },
  { to: '/safeguarding', label: 'Safeguarding themes' },
  { to: '/plan', label: 'Improvement plan' },
  { to: '/emerging', label: 'Emerging issues' },
  { to: '/actions', label: 'Actions' },
  { to: '/changes', label: 'Since last time' },
  { to: '/data', label: 'Data quality' },
  { to: '/definitions', label: 'Definitions' },
  { to: '/pack', label: 'Pack' },
]

/** The pages of the masthead, in its order; packs are made of what is published. */
export const mastheadPages = () => (previewBase() ? pages.filter(({ to }) => to !== '/pack') : pages)

/** What stands in the masthead of those alone who may load. */
export const deskPage: AppPage = { to: '/load', label: 'Load' }
