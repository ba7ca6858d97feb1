"""The pages of the login: plain HTML that needs no script."""

from base64 import b64encode
from hashlib import sha256
from html import escape

_STYLE = """
:root { color-scheme: light dark; --back: #ffffff; --text: #1b1f24; --line: #8a94a3;
  --main: #2f5fd0; --on-main: #ffffff; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --back: #12151a; --text: #e6e9ee;
  --line: #7b8594; --main: #9db8ff; --on-main: #12151a; --bad: #ffb4ab; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(22rem, 100% - 2rem); }
h1 { font-size: 1.25rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input { margin: 0.25rem 0 1rem; padding: 0.5rem; color: inherit; background: transparent;
  border: 1px solid var(--line); border-radius: 4px; }
button { padding: 0.5rem; border: 0; border-radius: 4px; cursor: pointer;
  background: var(--main); color: var(--on-main); }
:focus-visible { outline: 2px solid var(--main); outline-offset: 2px; }
.error { color: var(--bad); }
"""
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        f"style-src 'sha256-{_STYLE_HASH}'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)


def login_page(error: str = "") -> str:
    """The form that asks for the token, and what was wrong with the last one."""
    told = f'<p class="error" role="alert">{escape(error)}</p>' if error else ""
    return _page(
        "Log in",
        f"""{told}
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password"
  required autofocus>
<button>Log in</button>""",
    )


def logout_page() -> str:
    """The form that asks whether to log out."""
    return _page("Log out", "<button autofocus>Log out</button>")


def _page(title: str, form: str) -> str:
    # A form without an address is sent to that of its page, whatever stands before it.
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Optuna Dashboard</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Optuna Dashboard</h1>
<form method="post">
{form}
</form>
</main>
</body>
</html>
"""
