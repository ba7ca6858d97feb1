import { styled } from "@mui/material/styles";
import { type ReactNode, Suspense } from "react";
import { Outlet, useParams } from "react-router";
import { NotFound } from "../../app/NotFound";
import { StudyNav } from "./StudyNav";
import { parseId } from "./studyId";

const Layout = styled("div")(({ theme }) => ({
  "--nav-height": "56px",
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  paddingBottom: "var(--nav-height)",
  [theme.breakpoints.up("md")]: {
    "--nav-height": "0px",
    gridTemplateColumns: "176px minmax(0, 1fr)",
  },
}));

/** The pages of one study, with the way from one to the other. */
export default function StudyLayout(): ReactNode {
  const { studyId } = useParams();
  const id = parseId(studyId);
  if (id === null) return <NotFound />;
  return (
    <Layout>
      <StudyNav studyId={id} />
      {/* Nothing of one study may be shown, not even for a moment, as another's. */}
      <div key={id} style={{ minWidth: 0 }}>
        <Suspense>
          <Outlet />
        </Suspense>
      </div>
    </Layout>
  );
}
