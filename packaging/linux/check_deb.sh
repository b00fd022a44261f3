#!/bin/sh
# What is judged of the package that was just made: lintian's rules, and as root a life in a bare Debian 12.
set -eu
cd "$(dirname "$0")/../.."
deb=$(ls -t dist/netsantral-supervisor_*_amd64.deb | head -1)
lintian --fail-on error "$deb"
# A container or a chroot may not let anybody make the mounts that the trial needs.
if [ "$(id -u)" = 0 ] && unshare --mount --pid --fork true 2>/dev/null; then
    TRY_DEB_CACHE=${TRY_DEB_CACHE:-build/deb-cache} sh packaging/linux/try_deb.sh "$deb" build/deb-pictures
else
    echo "The trial in a bare Debian was left out: it needs root and mounts of its own (packaging/linux/try_deb.sh)."
fi
