#!/bin/sh
# need.sh COMMAND:PACKAGE ...   Make sure that each command is there.
# Installs the missing Debian packages where it may (as root, or with sudo that asks for no
# password); otherwise it names them.
set -eu

missing=""
for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    sudo="sudo -n"
fi
if command -v apt-get >/dev/null 2>&1 && $sudo true 2>/dev/null; then
    echo "Installing Debian packages:$missing"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing
else
    echo "Please install these first, then run the same command again:$missing" >&2
    exit 1
fi
