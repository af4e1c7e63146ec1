import { createContext, use, useEffect } from 'react'

/** Takes the title where there is no document yet: of a page that is drawn before it is sent. */
export const TitleTaker = createContext<((title: string) => void) | null>(null)

/** The page's title, most particular part first: 'Waiting for OT assessment · Adult social care, Ealing'. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const title = [...whatItIs(), ...parts].join(' \u00b7 ')
  const take = use(TitleTaker)
  take?.(title)
  useEffect(() => {
    document.title = title
  }, [title])
}

/** A page of what is not published yet says so first: the attribute of src/contract/preview.ts. */
const whatItIs = () => (globalThis.document?.documentElement.hasAttribute('data-preview') ? ['PREVIEW'] : [])
