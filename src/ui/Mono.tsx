import Typography from '@mui/material/Typography'

/** A variable, a file or a command in a sentence. Translators of the browser leave it alone. */
export const Mono = ({ of: text }: { of: string }) => (
  <Typography variant="mono" component="span" translate="no">
    {text}
  </Typography>
)
