import useMediaQuery from "@mui/material/useMediaQuery";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { StudySummary } from "../../api/types";
import { ChooseBox } from "./ChooseBox";
import { SortHeader } from "./SortHeader";
import { StudyRow } from "./StudyRow";
import type { Sort, SortKey } from "./sort";
import { Body, Head, HeadCell, HeadRow, NARROW, ROW_HEIGHT, Table } from "./tableStyles";
import type { Chosen } from "./useChosen";

const VIRTUAL_FROM = 200;

interface Props {
  readonly studies: readonly StudySummary[];
  readonly showSource: boolean;
  readonly sort: Sort | null;
  readonly onSort: (key: SortKey) => void;
  /** Null where there is nothing to choose from. */
  readonly chosen: Chosen | null;
}

export function StudyTable({ studies, showSource, sort, onSort, chosen }: Props): ReactNode {
  const header = (key: SortKey, label: string, end = false) => (
    <SortHeader column={key} label={label} end={end} sort={sort} onSort={onSort} />
  );
  return (
    <Table
      data-sources={showSource}
      data-choose={chosen !== null}
      aria-rowcount={studies.length + 1}
      aria-label="Studies"
    >
      <Head>
        <HeadRow aria-rowindex={1}>
          {chosen && <ChooseShown studies={studies} chosen={chosen} />}
          {header("name", "Study")}
          {header("objectives", "Objectives")}
          {header("trials", "Trials")}
          {header("best", "Best", true)}
          {header("activity", "Last activity")}
          {showSource && header("source", "File")}
        </HeadRow>
      </Head>
      {studies.length > VIRTUAL_FROM ? (
        <VirtualRows studies={studies} showSource={showSource} chosen={chosen} />
      ) : (
        <Body>
          {studies.map((study, index) => (
            <StudyRow
              key={study.study_id}
              study={study}
              showSource={showSource}
              position={index + 2}
              chosen={chosen}
            />
          ))}
        </Body>
      )}
    </Table>
  );
}

function ChooseShown({
  studies,
  chosen,
}: Pick<Props, "studies"> & { readonly chosen: Chosen }): ReactNode {
  const all = studies.every(({ study_id }) => chosen.has(study_id));
  const some = chosen.ids.length > chosen.hidden;
  return (
    <HeadCell scope="col">
      <ChooseBox
        label="Choose all to compare"
        checked={all}
        partly={some && !all}
        onChoose={() => chosen.chooseShown(!all)}
      />
    </HeadCell>
  );
}

/** Only the rows in view are in the document; the window scrolls. */
function VirtualRows({
  studies,
  showSource,
  chosen,
}: Pick<Props, "studies" | "showSource" | "chosen">): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const narrow = useMediaQuery(NARROW.replace("@media ", ""));
  const height = narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide;
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box) setTop(box.top + window.scrollY);
  }, []);
  const rows = useWindowVirtualizer({
    count: studies.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: top,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height makes old sizes wrong
  useLayoutEffect(() => rows.measure(), [height]);
  return (
    <Body ref={body} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const study = studies[index];
        return (
          study && (
            <StudyRow
              key={study.study_id}
              study={study}
              showSource={showSource}
              position={index + 2}
              chosen={chosen}
              style={{ position: "absolute", insetInline: 0, top: start - top }}
            />
          )
        );
      })}
    </Body>
  );
}
