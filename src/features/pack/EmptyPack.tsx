import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { OwnPack } from '../../exhibits/pack/own-pack.ts'
import { ReadyPacks } from '../../exhibits/pack/ReadyPacks.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** How a pack begins. */
export function EmptyPack({ own }: { own: OwnPack }) {
  const undo = useRef<HTMLButtonElement>(null)
  // the button that removed the last chart has gone with it
  useEffect(() => {
    if (document.activeElement === document.body) undo.current?.focus()
  }, [])
  return (
    <>
      <h1 className="finding">Your pack is empty</h1>
      <EmptyState
        title="Choose charts and tables for a meeting"
        detail="Press “Add to pack” beside any chart or table. Here you put them in order, under the items of your agenda, with a line to each; then present or print them, or send the pack as a link. It is kept in this browser."
      >
        <Link className="button" to="/">
          Begin at the overview
        </Link>
        {own.undo && (
          <button ref={undo} type="button" className="button" onClick={own.undo}>
            Undo
          </button>
        )}
      </EmptyState>
      <ReadyPacks />
    </>
  )
}
