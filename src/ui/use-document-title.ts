import { useEffect } from 'react'

/** The page's title, most particular part first: 'Waiting for OT assessment · Adult social care, Ealing'. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const title = parts.join(' \u00b7 ')
  useEffect(() => {
    document.title = title
  }, [title])
}
