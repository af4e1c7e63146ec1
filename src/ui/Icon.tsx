import { type IconName, iconShapes } from './icon-shapes.tsx'

export interface IconProps {
  name: IconName
  /** pixels; never under 16 */
  size?: number
  className?: string
}

/** An icon always stands beside its word, so it says nothing itself. */
export function Icon({ name, size = 20, className = '' }: IconProps) {
  return (
    <svg className={`icon ${className}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {iconShapes[name]}
    </svg>
  )
}
