// What stands when a screen breaks: an incident number, the way on, and the promise that typing is kept.
import { Component, type ReactNode } from "react";
import { Button } from "../parts";
import styles from "./Fault.module.css";

/** A number to tell: the hour of the fault, in letters and digits. */
function newIncident(): string {
  return `W-${Date.now().toString(36).slice(-6).toUpperCase()}`;
}

export class Fault extends Component<{ children: ReactNode }, { incident: string | null }> {
  override state: { incident: string | null } = { incident: null };

  static getDerivedStateFromError() {
    return { incident: newIncident() };
  }

  override componentDidCatch(cause: Error) {
    console.error(this.state.incident, cause);
  }

  override render() {
    if (!this.state.incident) return this.props.children;
    return (
      <main className={styles.fault} role="alert">
        <h1>This screen could not be shown</h1>
        <p>
          Incident <strong>{this.state.incident}</strong>. What you typed was kept as a draft, and nothing recorded was
          changed. Open the screen again; if it returns, tell your administrator the number.
        </p>
        <Button variant="primary" onPress={() => this.setState({ incident: null })}>
          Open again
        </Button>
      </main>
    );
  }
}
