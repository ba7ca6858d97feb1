import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ClockName, FilterName } from "../../api/types";
import { BlockSkeleton } from "../../components/Skeletons";
import { useSettings } from "../../settings/useSettings";
import type { Column } from "../columns";
import { ChoiceForm } from "./ChoiceForm";
import { ContainsForm } from "./ContainsForm";
import { RangeForm } from "./RangeForm";
import { DURATIONS, NUMBERS, type RangeTexts, timesOf } from "./rangeTexts";
import { type ColumnFilterState, useColumnFilter } from "./useColumnFilter";

const Box = styled("div")({ display: "grid", gap: 8, padding: "12px 16px", width: 264 });
const Note = styled("p")({
  margin: 0,
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
});

interface Props {
  readonly column: Column;
  readonly clock: ClockName;
  readonly onDone: () => void;
}

/** Writes a condition on one column into the filter of the page. */
export function ColumnFilterForm({ column, clock, onDone }: Props): ReactNode {
  const state = useColumnFilter(column.id);
  const { name, current, apply } = state;
  if (name === null) return null;
  const remove = () => {
    apply(null);
    // The button goes with the condition, and would take the focus with it.
    onDone();
  };
  return (
    <Box>
      {name === undefined ? (
        <BlockSkeleton height={96} />
      ) : (
        <Form name={name} column={column} clock={clock} state={state} onDone={onDone} />
      )}
      {current?.kind === "other" && (
        <Note>
          The filter has <code>{current.text}</code>; what is set here takes its place.
        </Note>
      )}
      {current && (
        <Button size="small" color="inherit" onClick={remove}>
          Remove the condition
        </Button>
      )}
    </Box>
  );
}

interface FormProps extends Props {
  readonly name: FilterName;
  readonly state: ColumnFilterState;
}

function Form({ name, column, clock, state, onDone }: FormProps): ReactNode {
  const { current, apply } = state;
  const { zone } = useSettings();
  const choices = choicesOf(name, column);
  const done = (wanted: Parameters<typeof apply>[0]) => {
    apply(wanted);
    onDone();
  };
  if (choices) return <ChoiceForm choices={choices} current={current} onChange={apply} />;
  const texts = rangeTextsOf(name, column, clock === "utc" && zone === "local");
  const key = JSON.stringify(current);
  return (
    <>
      {texts ? (
        <RangeForm key={key} texts={texts} current={current} onApply={done} />
      ) : (
        <ContainsForm key={key} current={current} onApply={done} />
      )}
      {MAY_LACK.has(column.kind) && (
        <ChoiceForm choices={["none"]} current={current} onChange={apply} />
      )}
    </>
  );
}

/** Trials may have nothing in these columns. */
const MAY_LACK: ReadonlySet<Column["kind"]> = new Set([
  "value",
  "param",
  "attr",
  "constraint",
  "time",
  "duration",
]);

/** The literals to choose from; null if there are too many to list them. */
function choicesOf({ kind, choices }: FilterName, column: Column): readonly string[] | null {
  const all = choices ?? (kind === "bool" ? ["true", "false"] : null);
  if (!all || !MAY_LACK.has(column.kind) || all.includes("none")) return all;
  return [...all, "none"];
}

function rangeTextsOf({ kind }: FilterName, column: Column, isLocal: boolean): RangeTexts | null {
  if (kind === "time") return timesOf(isLocal);
  if (kind !== "number") return null;
  return column.kind === "duration" ? DURATIONS : NUMBERS;
}
