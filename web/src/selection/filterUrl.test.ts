import { describe, expect, it } from "vitest";
import { keepFilter, readFilter, writeFilter } from "./filterUrl";

describe("the filter in an address", () => {
  it("stands beside what else is there", () => {
    const search = writeFilter(new URLSearchParams("sort=value"), " value < 1 ");
    expect(search.toString()).toBe("sort=value&filter=value+%3C+1");
    expect(readFilter(search)).toBe("value < 1");
    expect(writeFilter(search, " ").toString()).toBe("sort=value");
  });

  it("is kept on the way to a page of the same study", () => {
    const address = { pathname: "/studies/3/analysis", search: "?figure=slice&filter=best" };
    expect(keepFilter("/studies/3/trials/7", address)).toBe("/studies/3/trials/7?filter=best");
    expect(keepFilter("/studies/3/trials/compare?numbers=1", address)).toBe(
      "/studies/3/trials/compare?numbers=1&filter=best",
    );
    expect(keepFilter("/studies/33", address)).toBe("/studies/33");
    expect(keepFilter("/", address)).toBe("/");
    expect(keepFilter("/studies/3", { ...address, search: "?figure=slice" })).toBe("/studies/3");
  });
});
