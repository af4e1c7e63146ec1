import { useEffect } from 'react'
import { partAnswers } from './early/deeds.ts'

/** Says that the part which it stands in answers: what was pressed there before the app had come is done then. */
export function Answers() {
  useEffect(() => {
    document.dispatchEvent(new Event(partAnswers))
  }, [])
  return null
}
