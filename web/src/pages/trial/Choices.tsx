import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Json } from "../../api/types";
import { useFormats } from "../../format/useFormats";
import { choiceIndex, choiceTexts } from "./range";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: 4,
  maxHeight: 120,
  overflow: "auto",
  fontSize: "0.75rem",
});

const Choice = styled("li")({
  padding: "0 6px",
  lineHeight: "18px",
  borderRadius: 4,
  border: "1px solid var(--mui-palette-divider)",
  color: "var(--mui-palette-text-secondary)",
  maxWidth: "100%",
  overflow: "hidden",
  textOverflow: "ellipsis",
  "&[aria-current=true]": {
    borderColor: "var(--mui-palette-primary-main)",
    color: "var(--mui-palette-primary-main)",
    fontWeight: 650,
  },
});

/** More than these are only counted. */
const MANY = 30;

interface Props {
  readonly value: Json;
  readonly choices: readonly Json[];
}

/** The choices that there were, the chosen one marked. */
export function Choices({ value, choices }: Props): ReactNode {
  const chosen = choiceIndex(value, choices);
  const texts = choiceTexts(choices, useFormats());
  if (choices.length > MANY) return <List>{`one of ${choices.length} choices`}</List>;
  return (
    <List aria-label="Choices">
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place, and may be there twice
        <Choice key={index} aria-current={index === chosen}>
          {text || "(empty text)"}
        </Choice>
      ))}
    </List>
  );
}
