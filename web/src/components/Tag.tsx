import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";

const Outline = styled("span")({
  display: "inline-block",
  padding: "0 6px",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 4,
  fontSize: "0.75rem",
  lineHeight: "18px",
  color: "var(--mui-palette-text-secondary)",
  whiteSpace: "nowrap",
});

interface Props {
  readonly children: ReactNode;
  readonly title?: string;
}

/** A short mark beside a name. */
export function Tag({ children, title }: Props): ReactNode {
  return <Outline title={title}>{children}</Outline>;
}
