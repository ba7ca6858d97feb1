import { useParams } from "react-router";

/** A number in the address; null if it is none. */
export function parseId(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The study of the page. Pages are shown only for addresses that name one. */
export function useStudyId(): number {
  const { studyId } = useParams();
  const id = parseId(studyId);
  if (id === null) throw new Error(`There is no study ${studyId}`);
  return id;
}
