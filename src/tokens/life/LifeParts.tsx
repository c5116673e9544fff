import type { Life } from './life.ts'

interface BandProps {
  life: Pick<Life, 'state' | 'over'>
  y: number
  height: number
}

/** The bar itself: all of the life, and over it what is over. */
export const Band = ({ life: { state, over }, y, height }: BandProps) => (
  <>
    <rect className="life-left" y={y} width="100%" height={height} rx={height / 2} />
    <rect className="life-over" data-state={state} y={y} width={`${over}%`} height={height} rx={height / 2} />
  </>
)

interface UsedProps {
  /** In percent of the bar. */
  at: number
  isStale: boolean
  y?: number
  width: number
  height: number
}

/** The last use, as a stroke across the bar. */
export const Used = ({ at, isStale, y = 0, width, height }: UsedProps) => (
  <g transform={`translate(${-width / 2})`}>
    <rect
      className="life-used"
      data-stale={isStale || undefined}
      x={`${at}%`}
      y={y}
      width={width}
      height={height}
      rx={width / 2}
    />
  </g>
)

interface CutProps {
  /** In percent of the bar. */
  at: number
  /** The middle of the bar. */
  y: number
  /** From the middle of the cross to its ends. */
  size: number
}

/** A cross where the token was revoked. */
export const Cut = ({ at, y, size }: CutProps) => (
  <svg x={`${at}%`} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
    <path className="life-cut" d={`m${-size}${-size} ${2 * size} ${2 * size}m0${-2 * size}${-2 * size} ${2 * size}`} />
  </svg>
)
