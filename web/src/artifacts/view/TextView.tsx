import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Empty } from "../../components/Empty";
import { formatBytes } from "../../format/bytes";
import { MONO } from "../../theme/fonts";
import { useBeginning, type ViewProps } from "../useContent";
import { type Head, isText, textOf } from "./head";
import { indentJson } from "./indentJson";
import { ViewError, Waiting } from "./states";
import { CutNote, Unshown } from "./Unshown";

/** More is for an editor. */
export const MOST_TEXT = 500_000;

const Pre = styled("pre")({
  flex: 1,
  minHeight: 120,
  margin: 0,
  padding: 12,
  overflow: "auto",
  borderRadius: 4,
  fontFamily: MONO,
  fontSize: "0.8125rem",
  lineHeight: 1.5,
  whiteSpace: "pre-wrap",
  background: "var(--mui-palette-surface-sunken)",
});

interface Props extends ViewProps {
  readonly isJson: boolean;
  /** Whether nobody says that it is text. */
  readonly isUnsure: boolean;
}

/** The beginning of a file as text. */
export function TextView({ artifact, place, isJson, isUnsure }: Props): ReactNode {
  const { data, error } = useBeginning({ artifact, place }, MOST_TEXT);
  if (error) return <ViewError error={error} />;
  if (!data) return <Waiting />;
  if (data.bytes.length === 0) return <Empty title="This file is empty" />;
  if (isUnsure && !isText(data)) {
    const reason = `Nothing here shows files of the type ${artifact.mimetype || "that it has"}.`;
    return <Unshown artifact={artifact} place={place} reason={reason} />;
  }
  const text = textOf(data);
  return (
    <>
      {data.isCut && <CutNote>{cutOf(data)}</CutNote>}
      <Text name={artifact.filename} text={isJson && !data.isCut ? indentJson(text) : text} />
    </>
  );
}

export function Text({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <Pre tabIndex={0} role="region" aria-label={`Text of ${name}`}>
      {text}
    </Pre>
  );
}

/** How much is shown: "These are the first 500 kB of 1.2 MB." */
export function cutOf({ bytes, size }: Head): string {
  const all = size === null ? "" : ` of ${formatBytes(size)}`;
  return `These are the first ${formatBytes(bytes.length)}${all}. Download the file to see all of it.`;
}
