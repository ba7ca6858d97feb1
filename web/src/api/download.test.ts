// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../hosts/host";
import { attachmentName, download } from "./download";

const saved: { name: string; href: string }[] = [];

beforeEach(() => {
  saved.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("URL", { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const asked: unknown[] = [];

function hostThatAnswers(response: Response): Host {
  const fetch = async (...args: unknown[]) => {
    asked.push(args);
    return response;
  };
  return { fetch } as unknown as Host;
}

describe("a download", () => {
  it("asks with a form, and is saved under the name that the core gives", async () => {
    const headers = { "Content-Disposition": "attachment; filename*=UTF-8''a%20%C3%BC.csv" };
    const host = hostThatAnswers(new Response("x", { headers }));
    await download(host, "/csv/1", { trial_ids: "1,2", filter: "a & b" });
    expect(asked.at(-1)).toEqual([
      "/csv/1",
      {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "trial_ids=1%2C2&filter=a+%26+b",
      },
    ]);
    expect(saved).toEqual([{ name: "a ü.csv", href: "blob:x" }]);
  });

  it("saves no refusal", async () => {
    const refusal = new Response(JSON.stringify({ reason: "there is none" }), { status: 404 });
    const downloading = download(hostThatAnswers(refusal), "/csv/1", {});
    await expect(downloading).rejects.toMatchObject({ status: 404, message: "there is none" });
    expect(saved).toEqual([]);
  });

  it("has a name even if nobody gave one", () => {
    expect(attachmentName("attachment")).toBe("trials");
    expect(attachmentName("attachment; filename*=UTF-8''%E0%A4%A")).toBe("trials");
  });
});
