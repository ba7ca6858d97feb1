import type { ReactNode } from "react";
import type { Json } from "../../api/types";
import { AttrTable } from "../../components/AttrTable";
import { Section } from "./Section";

export function AttrSection({
  attrs,
}: {
  readonly attrs: Readonly<Record<string, Json>>;
}): ReactNode {
  if (Object.keys(attrs).length === 0) return null;
  return (
    <Section title="User attributes">
      <AttrTable attrs={attrs} />
    </Section>
  );
}
