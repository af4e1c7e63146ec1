import type { SVGProps } from 'react'

interface NamedImageProps extends Omit<SVGProps<SVGSVGElement>, 'role' | 'aria-label'> {
  /** all that is said of it */
  name: string
}

// of shapes, which take no focus
const silent = { 'aria-hidden': true } as const

/** A drawing that is one image by ear. Its words are silent: Firefox reads the texts of an image before its name. */
export function NamedImage({ name, children, ...svg }: NamedImageProps) {
  return (
    <svg {...svg} role="img" aria-label={name}>
      <g {...silent}>{children}</g>
    </svg>
  )
}
