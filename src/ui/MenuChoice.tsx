import Check from '@mui/icons-material/Check'

interface Props {
  /** One of several, or on its own. */
  kind: 'radio' | 'checkbox'
  isOn: boolean
  label: string
  /** Stands at the end, such as a number. */
  detail?: string
  onClick: () => void
}

/** An item of ActionMenu.tsx that is on or off. */
export const MenuChoice = ({ kind, isOn, label, detail, onClick }: Props) => (
  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles support it
  <button
    type="button"
    className="menu-choice"
    role={`menuitem${kind}`}
    aria-checked={isOn}
    tabIndex={-1}
    onClick={onClick}
  >
    <Check aria-hidden sx={{ fontSize: '1.125rem', visibility: isOn ? 'visible' : 'hidden' }} />
    <span>{label}</span> {detail && <span className="aside">{detail}</span>}
  </button>
)
