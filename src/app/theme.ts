import '@fontsource-variable/inter/wght.css'
import '../ui/rows.css'
import { createTheme } from '@mui/material/styles'
import type { CSSProperties } from 'react'

const SANS = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

declare module '@mui/material/styles' {
  interface TypographyVariants {
    mono: CSSProperties
  }
  interface TypographyVariantsOptions {
    mono?: CSSProperties
  }
}
declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    mono: true
  }
}

/** Around the box itself, not its padding. */
const FOCUS_INSIDE = { borderRadius: 8, '&.Mui-focusVisible': { outlineOffset: -6 } } as const

/**
 * One accent, slightly tinted greys, colour only for meaning, borders instead of shadows. Both schemes are hand-made.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#2b55c8', dark: '#21439f', contrastText: '#ffffff' },
        error: { main: '#b3261e', dark: '#8f1e18' },
        warning: { main: '#8a5300' },
        success: { main: '#1d6b41' },
        info: { main: '#2b55c8' },
        text: { primary: '#171c26', secondary: '#566072' },
        divider: '#dfe3ea',
        background: { default: '#f6f7f9', paper: '#ffffff' },
        TableCell: { border: '#e7eaf0' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#8fb0ff', dark: '#b3c9ff', contrastText: '#0b1730' },
        error: { main: '#ff9c93', dark: '#ffb9b3', contrastText: '#3b0704' },
        warning: { main: '#f2bd6a' },
        success: { main: '#7fd6a4' },
        info: { main: '#8fb0ff' },
        text: { primary: '#e7ebf3', secondary: '#a0abbe' },
        divider: '#2b3343',
        background: { default: '#0e1117', paper: '#151a22' },
        TableCell: { border: '#232a37' },
      },
    },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: SANS,
    h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.015em' },
    h2: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.35, letterSpacing: '-0.01em' },
    h3: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.4 },
    h6: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.35, letterSpacing: '-0.01em' },
    body1: { fontSize: '1rem', lineHeight: 1.5 },
    body2: { fontSize: '0.875rem', lineHeight: 1.45 },
    button: { textTransform: 'none', fontWeight: 550 },
    mono: { fontFamily: MONO, fontSize: '0.8125rem', lineHeight: 1.4, fontVariantLigatures: 'none' },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 140,
      complex: 150,
      enteringScreen: 120,
      leavingScreen: 80,
    },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // Do not scroll focused elements under the app bar.
        html: { scrollPaddingTop: 72 },
        body: { overflowWrap: 'anywhere' },
        // Hidden while Cover.tsx is open, including elements with their own visibility.
        '.covered body > :not(dialog), .covered body > :not(dialog) *': { visibility: 'hidden !important' },
        '@media (prefers-reduced-motion: reduce)': {
          // Even the shortest transition would show the old state for a frame.
          '*, *::before, *::after': { animationDuration: '0.01ms !important', transition: 'none !important' },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        // Without ripples nothing else shows the focus. A checkbox passes this class to its surrounding element.
        root: ({ theme }) => ({
          '&.Mui-focusVisible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 2 },
        }),
      },
    },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
    MuiCheckbox: { styleOverrides: { root: FOCUS_INSIDE } },
    MuiRadio: { styleOverrides: { root: FOCUS_INSIDE } },
    MuiSwitch: { styleOverrides: { switchBase: FOCUS_INSIDE } },
    MuiMenuItem: { styleOverrides: { root: { '&.Mui-focusVisible': { outlineOffset: -2 } } } },
    MuiLink: {
      defaultProps: { underline: 'hover' },
      styleOverrides: {
        root: ({ theme }) => ({
          borderRadius: 4,
          '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 2 },
        }),
      },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: {
      // The closing transition keeps the focus inside a hidden tree, which browsers report as an error.
      defaultProps: { closeAfterTransition: false },
      styleOverrides: {
        paper: ({ theme }) => ({
          border: `1px solid ${theme.vars.palette.divider}`,
          borderRadius: 12,
          // On a phone a dialog fills the screen, with its buttons at the bottom within a thumb's reach.
          '@media (max-width: 599px)': {
            border: 0,
            borderRadius: 0,
            margin: 0,
            width: '100%',
            maxWidth: '100%',
            height: '100%',
            maxHeight: 'none',
          },
        }),
      },
    },
    // Stacked diacritics overflow their letters and would make the container scroll sideways.
    MuiDialogTitle: { styleOverrides: { root: { overflowX: 'clip' } } },
    MuiDialogContentText: { defaultProps: { color: 'textPrimary' }, styleOverrides: { root: { overflowX: 'clip' } } },
    MuiDialogActions: {
      defaultProps: { disableSpacing: true },
      styleOverrides: {
        root: { padding: '12px 24px 20px', gap: 8, flexWrap: 'wrap', '& .MuiButton-root': { whiteSpace: 'nowrap' } },
      },
    },
    MuiMenu: {
      styleOverrides: {
        paper: ({ theme }) => ({
          border: `1px solid ${theme.vars.palette.divider}`,
          boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
        }),
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: { alignItems: 'flex-start', '@media (max-width: 599px)': { flexWrap: 'wrap' } },
        message: { overflowWrap: 'anywhere', flex: '1 1 0', minWidth: 0 },
        action: {
          '@media (max-width: 599px)': {
            '&:has(.MuiButton-root)': { flexBasis: '100%', padding: '0 0 0 26px', marginRight: 0 },
          },
          '& .MuiButton-root': { whiteSpace: 'nowrap' },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '8px 12px', fontSize: '0.875rem' },
        head: ({ theme }) => ({
          color: theme.vars.palette.text.secondary,
          fontWeight: 550,
          fontSize: '0.8125rem',
          whiteSpace: 'nowrap',
        }),
      },
    },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiInputBase: { styleOverrides: { input: { textOverflow: 'ellipsis' } } },
    MuiChip: { styleOverrides: { root: { fontWeight: 500, borderRadius: 6 } } },
  },
})
