import { factorLook } from '@sixfold/ui/factor-shape'

function Stroke({ path, size = 16 }: { path: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}

export const CheckIcon = () => <Stroke path="M3 8.5 6.5 12 13 4.5" size={14} />
export const BackIcon = () => <Stroke path="M13 8H3M7 4 3 8l4 4" size={20} />
export const UpIcon = () => <Stroke path="M8 13V3M4 7l4-4 4 4" />
export const DownIcon = () => <Stroke path="M8 3v10M4 9l4 4 4-4" />
/** A ring with a stroke: the lamp of a problem. */
export const ProblemIcon = () => (
  <Stroke path="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3.5M8 11h.01" size={14} />
)
/** What waits on the device. */
export const WaitingIcon = () => <Stroke path="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3l2 1.5" size={14} />

/** Hue and shape of a factor by its place in the model. */
export function FactorMark({ index }: { index: number }) {
  const look = factorLook(index)
  if (!look) return null
  return (
    <svg className="mark" viewBox="0 0 12 12" fill={look.color} aria-hidden="true">
      <path d={look.path} />
    </svg>
  )
}
