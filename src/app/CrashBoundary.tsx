import type { ReactNode } from 'react'
import { Component } from 'react'
import { RootCrash } from './Crash.tsx'

/** Shows what a bug looks like when what holds the pages itself broke. */
export class CrashBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <RootCrash /> : this.props.children
  }
}
