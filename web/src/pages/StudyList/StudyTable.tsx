import useMediaQuery from "@mui/material/useMediaQuery";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { StudySummary } from "../../api/types";
import { SortHeader } from "./SortHeader";
import { StudyRow } from "./StudyRow";
import type { Sort, SortKey } from "./sort";
import { Body, Head, HeadRow, NARROW, ROW_HEIGHT, Table } from "./tableStyles";

const VIRTUAL_FROM = 200;

interface Props {
  readonly studies: readonly StudySummary[];
  readonly showSource: boolean;
  readonly sort: Sort | null;
  readonly onSort: (key: SortKey) => void;
}

export function StudyTable({ studies, showSource, sort, onSort }: Props): ReactNode {
  const header = (key: SortKey, label: string, end = false) => (
    <SortHeader column={key} label={label} end={end} sort={sort} onSort={onSort} />
  );
  return (
    <Table data-sources={showSource} aria-rowcount={studies.length + 1} aria-label="Studies">
      <Head>
        <HeadRow aria-rowindex={1}>
          {header("name", "Study")}
          {header("objectives", "Objectives")}
          {header("trials", "Trials")}
          {header("best", "Best", true)}
          {header("activity", "Last activity")}
          {showSource && header("source", "File")}
        </HeadRow>
      </Head>
      {studies.length > VIRTUAL_FROM ? (
        <VirtualRows studies={studies} showSource={showSource} />
      ) : (
        <Body>
          {studies.map((study, index) => (
            <StudyRow
              key={study.study_id}
              study={study}
              showSource={showSource}
              position={index + 2}
            />
          ))}
        </Body>
      )}
    </Table>
  );
}

/** Only the rows in view are in the document; the window scrolls. */
function VirtualRows({ studies, showSource }: Pick<Props, "studies" | "showSource">): ReactNode {
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
              style={{ position: "absolute", insetInline: 0, top: start - top }}
            />
          )
        );
      })}
    </Body>
  );
}
