import { Component, type ReactNode } from "react";
import { ErrorCard } from "./ErrorCard";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a fault of one part from blanking the whole page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorCard
        title="This part of the page failed"
        error={error}
        action={{ label: "Try again", run: () => this.setState({ error: null }) }}
      />
    );
  }
}
