import Button from '@mui/material/Button'
import { Trans } from './i18n.tsx'

interface Props {
  text: string
  apply: () => void
}

/** A button below a sentence that fixes what the sentence describes. */
export function FixButton({ text, apply }: Props) {
  return (
    <Button
      size="small"
      onClick={apply}
      sx={{ display: 'flex', marginInlineStart: -0.75, fontWeight: 600, textAlign: 'start' }}
    >
      <span>
        <Trans text={text} />
      </span>
    </Button>
  )
}
