import type { ReactNode } from "react";
import type { Json, ParamValue, TrialDetail } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { exactJson } from "../../format/json";
import { useFormats } from "../../format/useFormats";
import { Choices } from "./Choices";
import { Part } from "./Part";
import { NameLine, Rows } from "./panelStyles";
import { RangeBar } from "./RangeBar";

/** The parameters of a trial, each with what it could have been. */
export function ParamPart({ trial }: { readonly trial: TrialDetail }): ReactNode {
  const drawn = new Set(trial.params.map(({ name }) => name));
  const prescribed = Object.entries(trial.fixed_params).filter(([name]) => !drawn.has(name));
  return (
    <>
      {trial.params.length > 0 && (
        <Part title="Parameters">
          <Rows>
            {trial.params.map((param) => (
              <Param key={param.name} param={param} prescribed={param.name in trial.fixed_params} />
            ))}
          </Rows>
        </Part>
      )}
      {prescribed.length > 0 && <Prescribed params={prescribed} />}
    </>
  );
}

function Param({
  param,
  prescribed,
}: {
  readonly param: ParamValue;
  readonly prescribed: boolean;
}): ReactNode {
  const { name, value, distribution } = param;
  return (
    <NameLine>
      <dt>
        {name}
        {prescribed && <small> (enqueued)</small>}
      </dt>
      <dd>
        <Value value={value} />
      </dd>
      <dd>
        {distribution.type === "CategoricalDistribution" ? (
          <Choices value={value} choices={distribution.choices} />
        ) : (
          <RangeBar value={value} distribution={distribution} />
        )}
      </dd>
    </NameLine>
  );
}

function Prescribed({
  params,
}: {
  readonly params: readonly (readonly [string, Json])[];
}): ReactNode {
  return (
    <Part title="Enqueued with">
      <Rows>
        {params.map(([name, value]) => (
          <NameLine key={name}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </NameLine>
        ))}
      </Rows>
    </Part>
  );
}

function Value({ value }: { readonly value: Json }): ReactNode {
  const { formatJson } = useFormats();
  return <CopyValue text={exactJson(value)}>{formatJson(value) || "(empty text)"}</CopyValue>;
}
