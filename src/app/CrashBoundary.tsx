import type { ReactNode } from 'react'
import { Component } from 'react'
import { RootCrash } from './Crash.tsx'

/** Catches errors outside the router, which has a boundary of its own. */
export class CrashBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <RootCrash /> : this.props.children
  }
}
