import type { Slide } from './slides.ts'

/** What a speaker wants at hand, and a hall does not. */
export function SlideNotes({ slide }: { slide: Slide }) {
  const { item, exhibit } = slide
  if (!exhibit) return null
  return (
    <>
      {item.line && <p>{item.line}</p>}
      {exhibit.questions.length > 0 && (
        <>
          <h3 className="heading-3">Questions worth asking</h3>
          <ul>
            {exhibit.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {exhibit.notes.length > 0 && (
        <>
          <h3 className="heading-3">To know</h3>
          <ul>
            {exhibit.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
