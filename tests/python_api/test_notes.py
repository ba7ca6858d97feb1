"""Notes that programs write."""

from optuna_dashboard import get_note, save_note
from tests.api.written import Written

LONG = "Größe ☂ 🎈\n" * 500


def test_notes(written: Written) -> None:
    study = written.study()
    trial = study.ask()
    assert (get_note(study), get_note(trial)) == ("", "")
    for version, body in enumerate(["first", LONG, ""], 1):
        save_note(study, body)
        save_note(trial, f"of the trial: {body}")
        assert (get_note(study), get_note(trial)) == (body, f"of the trial: {body}")
        detail = written.detail()
        assert detail["note"] == {"version": version, "body": body}
        noted = {"version": version, "body": f"of the trial: {body}"}
        assert detail["trials"][trial.number]["note"] == noted
    attrs = written.system_attrs()
    assert {key: value for key, value in attrs.items() if "note_ver" in key} == {
        "dashboard:note_ver": 3,
        f"dashboard:{trial._trial_id}:note_ver": 3,
    }
    # Chunks that are not needed any more cannot be deleted.
    assert [attrs[f"dashboard:note_str:{number}"] for number in range(3)] == ["", "", ""]


def test_people_and_programs_write_one_note(written: Written) -> None:
    save_note(written.study(), "by a program")
    note = f"{written.address()}/note"
    written.api.write("PUT", note, {"version": 2, "body": "by hand"})
    assert get_note(written.study()) == "by hand"
    save_note(written.study(), "by a program")
    assert written.detail()["note"] == {"version": 3, "body": "by a program"}
