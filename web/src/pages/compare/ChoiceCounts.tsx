import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ChoiceCount } from "../../api/types";
import { visuallyHidden } from "../../components/visuallyHidden";
import { formatCount } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { choiceTexts } from "../trial/range";
import { orEmpty } from "./paramTexts";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: 4,
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
  "&[data-tried=false]": { borderStyle: "dashed" },
  "&[data-best=true]": {
    borderColor: "var(--mui-palette-primary-main)",
    color: "var(--mui-palette-primary-main)",
    fontWeight: 650,
  },
});

/** More are only counted. */
const MANY = 30;

/** How many trials have each choice; the best one is marked. */
export function ChoiceCounts({ choices }: { readonly choices: readonly ChoiceCount[] }): ReactNode {
  const formats = useFormats();
  const texts = choiceTexts(
    choices.map(({ choice }) => choice),
    formats,
  );
  return (
    <List aria-label="Trials with each choice">
      {choices.slice(0, MANY).map(({ n_trials, n_best }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place
        <Choice key={index} data-tried={n_trials > 0} data-best={n_best > 0}>
          {orEmpty(texts[index] ?? "")} {formatCount(n_trials)}
          {n_best > 0 && <span style={visuallyHidden}> (best)</span>}
        </Choice>
      ))}
      {choices.length > MANY && <li>and {choices.length - MANY} more</li>}
    </List>
  );
}
