import type { ReactNode } from "react";
import type { ChoiceCount } from "../../api/types";
import { Choice, ChoiceList, MANY_CHOICES } from "../../components/choiceStyles";
import { visuallyHidden } from "../../components/visuallyHidden";
import { formatCount } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { choiceTexts } from "../trial/range";
import { orEmpty } from "./paramTexts";

/** How many trials have each choice; the best one is marked. */
export function ChoiceCounts({ choices }: { readonly choices: readonly ChoiceCount[] }): ReactNode {
  const formats = useFormats();
  const texts = choiceTexts(
    choices.map(({ choice }) => choice),
    formats,
  );
  return (
    <ChoiceList aria-label="Trials with each choice">
      {choices.slice(0, MANY_CHOICES).map(({ n_trials, n_best }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place
        <Choice key={index} data-tried={n_trials > 0} data-best={n_best > 0}>
          {orEmpty(texts[index] ?? "")} {formatCount(n_trials)}
          {n_best > 0 && <span style={visuallyHidden}> (best)</span>}
        </Choice>
      ))}
      {choices.length > MANY_CHOICES && <li>and {choices.length - MANY_CHOICES} more</li>}
    </ChoiceList>
  );
}
