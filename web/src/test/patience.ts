import { configure } from "@testing-library/react";

/** How long a test waits for what is to appear; the usual second is little on a busy machine. */
configure({ asyncUtilTimeout: 15_000 });
