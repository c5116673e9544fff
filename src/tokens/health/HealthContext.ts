import { createContext } from 'react'
import type { Token } from '../schema.ts'
import type { HealthIssue } from './health.ts'

export type HealthOf = (token: Token, nowMs: number) => HealthIssue[]

/** Computed once for a list of thousands and read by its rows. */
export const HealthContext = createContext<HealthOf>(() => [])
