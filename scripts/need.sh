#!/bin/sh
# need.sh COMMAND:PACKAGE[:SERVICE] ...   Make sure that each command is there.
# Installs the missing Debian packages where it may (as root, or with sudo that asks for no
# password); otherwise it names them. A service that a package brings does not start, neither now
# nor with the machine: it would hold a port, and only the program is wanted.
set -eu

missing=""
services=""
for need in "$@"; do
    IFS=: read -r name package service <<EOF
$need
EOF
    command -v "$name" >/dev/null 2>&1 && continue
    missing="$missing $package"
    services="$services${service:+ $service}"
done
[ -n "$missing" ] || exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    sudo="sudo -n"
fi
if ! command -v apt-get >/dev/null 2>&1 || ! $sudo true 2>/dev/null; then
    echo "Please install these first, then run the same command again:$missing" >&2
    exit 1
fi

# What Debian asks before it starts a service.
policy=/usr/sbin/policy-rc.d
if [ -n "$services" ] && [ ! -e $policy ]; then
    trap '$sudo rm -f $policy' EXIT
    trap 'exit 1' HUP INT TERM
    printf '#!/bin/sh\nexit 101\n' | $sudo tee $policy >/dev/null
    $sudo chmod 755 $policy
fi
echo "Installing Debian packages:$missing"
$sudo apt-get update -qq
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
for service in $services; do
    $sudo update-rc.d "$service" disable
done
