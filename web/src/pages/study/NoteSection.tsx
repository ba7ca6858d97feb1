import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Note } from "../../api/types";
import { NoteText } from "../../components/NoteText";
import { Section } from "./Section";

/** A long note must not hide that there are figures below it. */
const Scroll = styled("div")({ maxHeight: 420, overflow: "auto" });

/** What a person wrote about the study. */
export function NoteSection({ note }: { readonly note: Note }): ReactNode {
  if (!note.body.trim()) return null;
  return (
    <Section title="Note">
      <Scroll role="group" aria-label="Text of the note" tabIndex={0}>
        <NoteText text={note.body} />
      </Scroll>
    </Section>
  );
}
