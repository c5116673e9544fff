import type { Dot, MonthEnds } from './upcoming.ts'

/** How far a stacked dot is above the one below it, in percent of the picture's height. */
const LEVEL = 22

/** The tokens that expire in a month, as dots or bars. */
export const EndMarks = ({ month: { dots, bars } }: { month: MonthEnds }) => (
  <>
    {dots.map((dot) => (
      <Mark key={`${dot.x} ${dot.level}`} dot={dot} />
    ))}
    {bars.map(({ x, width, height, isSoon }) => (
      <rect
        key={x}
        className="end"
        data-soon={isSoon || undefined}
        x={`${x}%`}
        y={`${100 - height}%`}
        width={`${width}%`}
        height={`${height}%`}
        rx="1.5"
      />
    ))}
  </>
)

/** A dot, or a diamond if it is soon: not by color alone. */
const Mark = ({ dot: { x, level, isSoon } }: { dot: Dot }) => (
  <svg x={`${x}%`} y={`${80 - LEVEL * level}%`} width="1" height="1" overflow="visible" aria-hidden="true">
    {isSoon ? (
      <rect className="end end-mark" data-soon x="-4.5" y="-4.5" width="9" height="9" rx="1.5" />
    ) : (
      <circle className="end end-mark" r="4.5" />
    )}
  </svg>
)
