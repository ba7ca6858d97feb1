import type { ReactNode } from "react";
import type { TrialDetail } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { explainTime, formatDuration } from "../../format/times";
import { useFormats } from "../../format/useFormats";
import { Part } from "./Part";
import { NameLine, Rows } from "./panelStyles";

/** When the trial ran. */
export function TimePart({ trial }: { readonly trial: TrialDetail }): ReactNode {
  const { start, complete, duration } = trial;
  if (!start && !complete) return null;
  return (
    <Part title="Times">
      <Rows>
        <Time name="Start" iso={start} clock={trial.clock} />
        <Time name="Completion" iso={complete} clock={trial.clock} />
        {duration !== null && (
          <NameLine>
            <dt>Duration</dt>
            <dd>
              <CopyValue text={String(duration)}>{formatDuration(duration)}</CopyValue>
            </dd>
          </NameLine>
        )}
      </Rows>
    </Part>
  );
}

interface TimeProps {
  readonly name: string;
  readonly iso: string | null;
  readonly clock: TrialDetail["clock"];
}

function Time({ name, iso, clock }: TimeProps): ReactNode {
  const { formatTime } = useFormats();
  if (!iso) return null;
  return (
    <NameLine>
      <dt>{name}</dt>
      <dd>
        <CopyValue text={iso}>{formatTime(iso, clock)}</CopyValue>
        <div
          style={{
            fontSize: "0.75rem",
            fontWeight: 400,
            color: "var(--mui-palette-text-secondary)",
          }}
        >
          {explainTime(iso, clock)}
        </div>
      </dd>
    </NameLine>
  );
}
