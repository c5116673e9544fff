import Button from '@mui/material/Button'

interface Props {
  text: string
  apply: () => void
}

/** What mends it, in one click: below the sentence that says what. */
export function FixButton({ text, apply }: Props) {
  return (
    <Button size="small" onClick={apply} sx={{ display: 'flex', ml: -0.75, fontWeight: 600, textAlign: 'start' }}>
      {text}
    </Button>
  )
}
