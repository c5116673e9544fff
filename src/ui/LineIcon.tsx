interface Props {
  /** The lines, in a square of 16. */
  d: string
}

/** An icon of lines, 16 px large and in the color of the text beside it. */
export const LineIcon = ({ d }: Props) => (
  <svg className="line-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={d} />
  </svg>
)
