import { describe, expect, it } from "vitest";
import type { TrialDetail } from "../../api/types";
import { constraintName, isViolated } from "../../format/constraints";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { NEW_TRIAL } from "./sampleTrial";
import { withoutValue } from "./ValuePart";

describe("a trial without a value", () => {
  it("says how far it came", () => {
    const reported = [{ step: 3, value: 0.25 }];
    const words = (trial: TrialDetail) => withoutValue(trial, formatsOf(DEFAULTS));
    expect(words(NEW_TRIAL)).toBe("Running; nothing reported yet.");
    expect(words({ ...NEW_TRIAL, intermediate_values: reported })).toBe(
      "Running; 0.25 reported at step 3.",
    );
    expect(words({ ...NEW_TRIAL, state: "Pruned", intermediate_values: reported })).toBe(
      "Pruned at step 3, where it had reported 0.25.",
    );
    expect(words({ ...NEW_TRIAL, state: "Fail" })).toBe("Failed, so it has no value.");
    expect(words({ ...NEW_TRIAL, state: "Waiting" })).toBe("Waiting to be run.");
  });
});

describe("a constraint", () => {
  it("is violated above 0", () => {
    expect(
      [0, -1, "-inf", 1e-12, "inf", "nan"].map((value) => isViolated(value as number)),
    ).toEqual([false, false, false, true, true, false]);
  });

  it("has a name, or a number", () => {
    expect(constraintName("0")).toBe("Constraint 0");
    expect(constraintName("too big")).toBe("too big");
  });
});
