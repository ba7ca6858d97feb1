import type { ReactNode } from "react";

export default function TrialPage(): ReactNode {
  return <h1>TrialPage</h1>;
}
