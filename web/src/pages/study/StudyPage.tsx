import type { ReactNode } from "react";

export default function StudyPage(): ReactNode {
  return <h1>StudyPage</h1>;
}
