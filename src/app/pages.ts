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

/** The pages of the masthead, in its order. */
export const mastheadPages: readonly AppPage[] = [
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

/** What stands in the masthead of those alone who may load. */
export const deskPage: AppPage = { to: '/load', label: 'Load' }
