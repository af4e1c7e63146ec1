import { Component, type ErrorInfo, type ReactNode } from 'react'
import { PartNotFetched } from './fetch-part.ts'
import { NotFetched } from './NotFetched.tsx'
import { LoadFailed } from './states.tsx'

export interface ErrorBoundaryProps {
  /** what could not be shown: 'The scorecard could not be shown' */
  title: string
  children: ReactNode
}

interface ErrorBoundaryState {
  error: Error | null
}

/** Surrounds each panel: when one breaks, its neighbours stand. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(this.props.title, error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (error instanceof PartNotFetched) return <NotFetched title={this.props.title} error={error} />
    return (
      <LoadFailed
        title={this.props.title}
        detail="Something in this part of the page broke. The rest of the page is not affected."
        onRetry={() => this.setState({ error: null })}
      />
    )
  }
}
