import { type IconName, iconShapes } from './icon-shapes.tsx'

export interface IconProps {
  name: IconName
  /** pixels beside text of the browser's own size; never under 16 */
  size?: number
  className?: string
}

/** An icon always stands beside its word, so it says nothing itself. */
export function Icon({ name, size = 20, className = '' }: IconProps) {
  // in rem, so that it grows with the words
  const side = `${size / 16}rem`
  return (
    <svg className={`icon ${className}`} width={side} height={side} viewBox="0 0 24 24" aria-hidden="true">
      {iconShapes[name]}
    </svg>
  )
}
