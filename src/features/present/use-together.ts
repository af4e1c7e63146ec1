import { useEffect, useRef, useState } from 'react'

/** Where a presentation stands: the item, from 0, and whether the screen is blank. */
export interface Place {
  item: number
  isBlank: boolean
}

/**
 * The windows of one presentation go together: what one does, the other follows. They are windows of one browser,
 * so that this needs no network.
 */
export function useTogether(name: string, first: Place): [Place, (place: Place) => void] {
  const [place, setPlace] = useState(first)
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const own = new BroadcastChannel(`present ${name}`)
    own.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = readPlace(data)
      if (told) setPlace(told)
    }
    channel.current = own
    return () => {
      own.close()
      channel.current = null
    }
  }, [name])
  return [
    place,
    (next) => {
      setPlace(next)
      channel.current?.postMessage(next)
    },
  ]
}

function readPlace(data: unknown): Place | null {
  if (typeof data !== 'object' || data === null || !('item' in data) || !('isBlank' in data)) return null
  const { item, isBlank } = data
  return typeof item === 'number' && typeof isBlank === 'boolean' ? { item, isBlank } : null
}
