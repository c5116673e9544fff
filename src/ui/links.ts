import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { createLink } from '@tanstack/react-router'

/** MUI's link and button with the router's typed addresses. */
export const PageLink = createLink(Link)
export const PageButton = createLink(Button)
