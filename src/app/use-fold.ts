import { type KeyboardEvent, useRef, useState } from 'react'

/**
 * What stands in a line where there is room, and behind a button where there is not: which of both is the style's to
 * say, since only it knows the room.
 *
 * @param id of what the button opens
 */
export function useFold(id: string) {
  const [isOpen, setOpen] = useState(false)
  const ref = useRef<HTMLButtonElement>(null)
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    ref.current?.focus()
  }
  const button = {
    ref,
    type: 'button',
    'aria-expanded': isOpen,
    'aria-controls': id,
    onClick: () => setOpen(!isOpen),
  } as const
  return { isOpen, closeOnEscape, button }
}
