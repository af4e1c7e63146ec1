import { Component, type ErrorInfo, type ReactNode } from 'react'
import { LoadFailed } from './states.tsx'

export interface ErrorBoundaryProps {
  /** what could not be shown: 'The scorecard could not be shown' */
  title: string
  children: ReactNode
}

interface ErrorBoundaryState {
  failed: boolean
}

/** Surrounds each panel: when one breaks, its neighbours stand. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(this.props.title, error, info.componentStack)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <LoadFailed
        title={this.props.title}
        detail="Something in this part of the page broke. The rest of the page is not affected."
        onRetry={() => this.setState({ failed: false })}
      />
    )
  }
}
