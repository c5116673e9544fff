import '@fontsource-variable/inter/wght.css'
import '../ui/rows.css'
import { createTheme } from '@mui/material/styles'
import type { CSSProperties } from 'react'
import type { ColorName } from './colors.ts'
import { COLORS, colorVar } from './colors.ts'

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

/** Forced colors leave out the fill. */
const EDGE = { '@media (forced-colors: active)': { border: '1px solid' } }

/** A filled button; a little darker under the pointer. */
const filled = (fill: ColorName) => ({
  background: colorVar(fill),
  color: colorVar('on-fill'),
  '&:hover': { background: `color-mix(in srgb, ${colorVar(fill)} 88%, #000)` },
  ...EDGE,
})

/** A button that is not available yet, distinct from one that is. */
const OFF = {
  '&&.Mui-disabled': {
    background: colorVar('sunken'),
    color: colorVar('text-3'),
    '@media (forced-colors: active)': { border: '1px solid', color: 'GrayText' },
  },
}

/** The second choice beside a filled button, in the colors of the text. */
const OUTLINED = {
  background: colorVar('surface'),
  borderColor: `color-mix(in srgb, ${colorVar('control')} 55%, ${colorVar('line')})`,
  color: colorVar('text'),
  '&:hover': { background: colorVar('sunken'), borderColor: colorVar('control') },
}

/** The box has an edge like a field's, and is filled like the primary button. */
const BOX = {
  color: colorVar('control'),
  '&.Mui-checked, &.MuiCheckbox-indeterminate': {
    color: colorVar('accent-fill'),
    // The tick is a hole in the box.
    '& svg': { background: `linear-gradient(${colorVar('on-fill')} 0 0) center / 50% 50% no-repeat` },
  },
}

/** A phone zooms into a field whose text is smaller than 16 px. */
const FIELD_TEXT = { fontSize: '0.9375rem', '@media (max-width: 599px)': { fontSize: '1rem' } } as const

const SCHEMES = { light: 0, dark: 1 } as const

function paletteOf(scheme: keyof typeof SCHEMES) {
  const color = (name: ColorName) => COLORS[name][SCHEMES[scheme]]
  return {
    primary: { main: color('accent') },
    error: { main: color('bad') },
    warning: { main: color('warn') },
    success: { main: color('good') },
    info: { main: color('accent') },
    text: { primary: color('text'), secondary: color('text-2') },
    divider: color('line'),
    background: { default: color('bg'), paper: color('surface') },
    action: { active: color('text-2'), hover: color('sunken') },
    TableCell: { border: color('line') },
    Alert: {
      errorColor: color('text'),
      errorStandardBg: color('bad-soft'),
      warningColor: color('text'),
      warningStandardBg: color('warn-soft'),
      successColor: color('text'),
      successStandardBg: color('good-soft'),
      infoColor: color('text'),
      infoStandardBg: color('sunken'),
      infoIconColor: color('text-2'),
    },
  }
}

/**
 * One accent, slightly tinted grays, color only for meaning, borders instead of shadows. Both schemes are hand-made.
 * Sizes of text: 24, 17, 15, 14, 13 and 12 pixels; distances: 4, 8, 12, 16, 24, 32 and 64; corners: 5 for tags, 8 for
 * controls, 12 for cards, 14 for dialogs.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: { light: { palette: paletteOf('light') }, dark: { palette: paletteOf('dark') } },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: SANS,
    h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: '2rem', letterSpacing: '-0.018em' },
    h2: { fontSize: '1.0625rem', fontWeight: 640, lineHeight: '1.5rem', letterSpacing: '-0.01em' },
    h3: { fontSize: '0.9375rem', fontWeight: 620, lineHeight: '1.5rem', letterSpacing: '-0.006em' },
    h6: { fontSize: '1.0625rem', fontWeight: 640, lineHeight: '1.5rem', letterSpacing: '-0.01em' },
    body1: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    body2: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    button: { textTransform: 'none', fontWeight: 550 },
    mono: { fontFamily: MONO, fontSize: '0.75rem', lineHeight: '1rem', fontVariantLigatures: 'none' },
  },
  transitions: {
    duration: {
      shortest: 100,
      shorter: 100,
      short: 100,
      standard: 140,
      complex: 140,
      enteringScreen: 140,
      leavingScreen: 100,
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
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          variants: [
            { props: { variant: 'contained', color: 'primary', disabled: false }, style: filled('accent-fill') },
            { props: { variant: 'contained', color: 'error', disabled: false }, style: filled('bad-fill') },
            { props: { variant: 'contained' }, style: OFF },
            { props: { variant: 'outlined', color: 'primary', disabled: false }, style: OUTLINED },
            { props: { variant: 'outlined', color: 'inherit', disabled: false }, style: OUTLINED },
          ],
        },
      },
    },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
    MuiCheckbox: { styleOverrides: { root: { ...BOX, ...FOCUS_INSIDE } } },
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
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderRadius: 12 } },
    },
    MuiDialog: {
      // The closing transition keeps the focus inside a hidden tree, which browsers report as an error.
      defaultProps: { closeAfterTransition: false },
      styleOverrides: {
        paper: ({ theme }) => ({
          border: `1px solid ${theme.vars.palette.divider}`,
          borderRadius: 14,
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
    // Texts for screen readers alone are placed inside it. Outside, they would give the dialog a second scrollbar.
    MuiDialogContent: { styleOverrides: { root: { position: 'relative' } } },
    MuiDialogContentText: { defaultProps: { color: 'textPrimary' }, styleOverrides: { root: { overflowX: 'clip' } } },
    MuiDialogActions: {
      defaultProps: { disableSpacing: true },
      styleOverrides: {
        root: { padding: '12px 24px 20px', gap: 8, flexWrap: 'wrap', '& .MuiButton-root': { whiteSpace: 'nowrap' } },
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: {
          alignItems: 'flex-start',
          padding: '7px 11px',
          // An edge in forced colors, which leave out the tint. That of an info is hardly visible on the page.
          border: '1px solid transparent',
          '&.MuiAlert-colorInfo': { borderColor: colorVar('line') },
          fontSize: '0.8125rem',
          lineHeight: '1.25rem',
          // Buttons stand below the text where it would have too little space beside them.
          '&:has(> .MuiAlert-action .MuiButton-root)': {
            flexWrap: 'wrap',
            paddingBlock: 5,
            '& > .MuiAlert-icon': { paddingBlock: 6 },
            '& > .MuiAlert-message': { flexBasis: 'min(18rem, 100% - 28px)', paddingBlock: 5 },
          },
        },
        icon: { margin: 0, marginInlineEnd: 10, padding: '1px 0', fontSize: '1.125rem', opacity: 1 },
        message: { overflow: 'visible', overflowWrap: 'anywhere', flex: '1 1 0', minWidth: 0, padding: 0 },
        action: {
          alignSelf: 'center',
          margin: 0,
          marginInlineStart: 28,
          padding: 0,
          '& .MuiButton-root': { whiteSpace: 'nowrap' },
          '& .MuiButton-text:first-of-type': { marginInlineStart: -5 },
          '& .MuiIconButton-root': { margin: '-5px -6px' },
        },
      },
    },
    MuiAlertTitle: {
      styleOverrides: { root: { margin: 0, fontSize: 'inherit', fontWeight: 600, lineHeight: 'inherit' } },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, fontSize: '0.8125rem', lineHeight: '1.25rem' } } },
    MuiInputBase: {
      styleOverrides: {
        root: FIELD_TEXT,
        input: { textOverflow: 'ellipsis', '&::placeholder': { color: colorVar('text-2'), opacity: 1 } },
      },
    },
    // The gap for the label in the edge has the size of the field's text.
    MuiInputLabel: { styleOverrides: { root: FIELD_TEXT } },
    MuiOutlinedInput: {
      styleOverrides: {
        // WebKit leaves the gap for the label open if it closes in steps.
        notchedOutline: { borderColor: colorVar('control'), '& legend': { transition: 'none' } },
      },
    },
  },
})
