import { useEffect, useState } from 'react'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { longestComment, roomInWords } from './draft-words.ts'

/** After writing has paused for this long the room left is read out. */
const pauseMilliseconds = 1200
/** With more room than this nobody needs to hear of it. */
const plenty = 200

/** How much room is left: seen at once, heard only near the end and when the writing pauses. */
export function RoomLeft({ text }: { text: string }) {
  const words = roomInWords(text)
  const isNear = longestComment - text.trim().length <= plenty
  const [heard, setHeard] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setHeard(isNear ? words : ''), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [words, isNear])
  return (
    <>
      <p className="note figures" aria-hidden="true">
        {words}
      </p>
      <LiveWords className="visually-hidden">{heard}</LiveWords>
    </>
  )
}
