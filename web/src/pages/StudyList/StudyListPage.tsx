import type { ReactNode } from "react";
import { useStudies } from "../../api/hooks";

export function StudyListPage(): ReactNode {
  const { data } = useStudies();
  return (
    <ul>
      {data?.study_summaries.map((study) => (
        <li key={study.study_id}>{study.study_name}</li>
      ))}
    </ul>
  );
}
