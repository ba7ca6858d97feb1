import type { ReactNode } from "react";
import type { ComparedParam, ComparedRange, ComparedStudy } from "../../api/types";
import { Tag } from "../../components/Tag";
import { useFormats } from "../../format/useFormats";
import { ChoiceCounts } from "./ChoiceCounts";
import { Table } from "./paramStyles";
import { bestText, rangeTexts, triedText } from "./paramTexts";
import { SpanBar } from "./SpanBar";
import { StudyLabel } from "./StudyLabel";
import { Muted } from "./summaryStyles";

interface Props {
  readonly studies: readonly ComparedStudy[];
  readonly params: readonly ComparedParam[];
}

/** One block for each parameter, with a row for each study. */
export function ParamTable({ studies, params }: Props): ReactNode {
  return (
    <Table aria-labelledby="param-ranges">
      <thead>
        <tr>
          <th scope="col">Study</th>
          <th scope="col">Allowed</th>
          <th scope="col">Tried</th>
          <th scope="col">Best</th>
          <th scope="col">On a common axis</th>
        </tr>
      </thead>
      {params.map((param) => (
        <tbody key={param.name}>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              {param.name} {param.differs && <Tag>differs</Tag>}
            </th>
          </tr>
          {studies.map((study, place) => (
            <Row
              key={study.study_id}
              study={study}
              place={place}
              range={param.studies[place] ?? null}
            />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

interface RowProps {
  readonly study: ComparedStudy;
  readonly place: number;
  readonly range: ComparedRange | null;
}

function Row({ study, place, range }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row">
        <StudyLabel study={study} place={place}>
          <span title={study.study_name}>{study.label}</span>
        </StudyLabel>
      </th>
      {range ? (
        <Cells range={range} place={place} />
      ) : (
        <td colSpan={4}>
          <Muted>no such parameter</Muted>
        </td>
      )}
    </tr>
  );
}

function Cells({
  range,
  place,
}: {
  readonly range: ComparedRange;
  readonly place: number;
}): ReactNode {
  const formats = useFormats();
  return (
    <>
      <td data-label="Allowed">
        {rangeTexts(range, formats).map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
      <td data-label="Tried">{triedText(range, formats)}</td>
      <td data-label="Best">{bestText(range, formats)}</td>
      <td data-area="bar">
        {range.range && <SpanBar range={range} place={place} />}
        {range.choices.length > 0 && <ChoiceCounts choices={range.choices} />}
      </td>
    </>
  );
}
