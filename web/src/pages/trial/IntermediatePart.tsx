import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { IntermediateValue, IntermediateVector, TrialDetail } from "../../api/types";
import { plural } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { Part } from "./Part";
import { Sparkline } from "./Sparkline";
import { curveOf, type Point } from "./sparkline";

const Scroll = styled("div")({ maxHeight: 280, overflow: "auto" });

const Table = styled("table")({
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th, & td": { padding: "2px 24px 2px 0", textAlign: "end" },
  "& th": { fontWeight: 400, color: "var(--mui-palette-text-secondary)" },
});

interface Props {
  readonly trial: TrialDetail;
  readonly labels: readonly string[];
}

/** What the trial reported on its way, as a curve and in numbers. */
export function IntermediatePart({ trial, labels }: Props): ReactNode {
  const { intermediate_values: single, intermediate_vectors: vectors } = trial;
  const rows = [...single.map(asVector), ...vectors];
  if (rows.length === 0) return null;
  return (
    <Part title="Intermediate values">
      {single.length > 0 && <Sparkline points={curveOf(single)} label="Intermediate values" />}
      {vectors.length > 0 &&
        labels.map((label, index) => (
          <Sparkline key={label} points={component(vectors, index)} label={label} named />
        ))}
      <details style={{ marginTop: 8 }}>
        <summary style={{ cursor: "pointer", fontSize: "0.875rem" }}>
          {plural(rows.length, "step")} in numbers
        </summary>
        <Numbers rows={rows} labels={vectors.length > 0 ? labels : ["Value"]} />
      </details>
    </Part>
  );
}

function Numbers({
  rows,
  labels,
}: {
  readonly rows: readonly IntermediateVector[];
  readonly labels: readonly string[];
}): ReactNode {
  const { formatValue } = useFormats();
  return (
    <Scroll tabIndex={0} role="group" aria-label="Intermediate values in numbers">
      <Table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, values }) => (
            <tr key={step}>
              <th scope="row">{step}</th>
              {labels.map((label, index) => (
                <td key={label}>{formatValue(values[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function asVector({ step, value }: IntermediateValue): IntermediateVector {
  return { step, values: [value] };
}

function component(vectors: readonly IntermediateVector[], index: number): Point[] {
  return curveOf(vectors.map(({ step, values }) => ({ step, value: values[index] ?? "nan" })));
}
