import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Json } from "../../api/types";
import { Choice, ChoiceList, MANY_CHOICES } from "../../components/choiceStyles";
import { useFormats } from "../../format/useFormats";
import { choiceIndex, choiceTexts } from "./range";

const List = styled(ChoiceList)({ maxHeight: 120, overflow: "auto" });

interface Props {
  readonly value: Json;
  readonly choices: readonly Json[];
}

/** The choices that there were, the chosen one marked. */
export function Choices({ value, choices }: Props): ReactNode {
  const chosen = choiceIndex(value, choices);
  const texts = choiceTexts(choices, useFormats());
  if (choices.length > MANY_CHOICES) return <List>{`one of ${choices.length} choices`}</List>;
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
