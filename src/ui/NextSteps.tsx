import Box from '@mui/material/Box'

/** What happens next, in order. */
export const NextSteps = ({ steps }: { steps: readonly string[] }) => (
  <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
    {steps.map((step, index) => (
      <Box key={step} component="li" sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: 1.25 }}>
        <Box
          component="span"
          aria-hidden
          sx={{
            height: 20,
            display: 'grid',
            placeItems: 'center',
            borderRadius: '50%',
            bgcolor: 'var(--sunken)',
            color: 'text.secondary',
            fontSize: '0.75rem',
            fontWeight: 600,
          }}
        >
          {index + 1}
        </Box>
        {step}
      </Box>
    ))}
  </Box>
)
