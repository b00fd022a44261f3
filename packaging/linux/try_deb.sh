#!/bin/sh
# Try the .deb as an administrator and a user would, in a bare Debian 12 that is made for it and thrown away:
#   try_deb.sh FILE.deb [PICTURES]
# It needs root, debootstrap and unshare, and takes two minutes. TRY_DEB_CACHE names a folder that keeps downloaded
# packages between runs, TRY_DEB_SUITE another release of Debian.
# The last line says what held; 1 is returned when anything did not.
set -eu

if [ "${1:-}" != --within ]; then
    deb=$(realpath "$1")
    pictures=$(realpath -m "${2:-.}")
    # Mounts and processes of the trial end with it, whatever happens.
    exec unshare --mount --pid --fork --kill-child --mount-proc timeout 900 sh "$0" --within "$deb" "$pictures"
fi

deb=$2
pictures=$3
here=$(dirname "$(realpath "$0")")
root=$(mktemp -d "${TMPDIR:-/tmp}/try-deb.XXXXXX")
chmod 755 "$root"
clean() {
    umount --lazy "$root/proc" || true
    [ -z "$cache" ] || umount --lazy "$root/var/cache/apt/archives" || true
    rm -rf --one-file-system "$root"
}

step() {
    echo "$(date +%T) $*"
}

suite=${TRY_DEB_SUITE:-bookworm}
step "Debian $suite"
cache=""
if [ -n "${TRY_DEB_CACHE:-}" ]; then
    mkdir -p "$TRY_DEB_CACHE"
    cache="--cache-dir=$(realpath "$TRY_DEB_CACHE")"
fi
# shellcheck disable=SC2086  # empty or one word
debootstrap --variant=minbase $cache "$suite" "$root" >"$root.log" 2>&1 || {
    tail -5 "$root.log"
    exit 1
}
rm -f "$root.log"
mount -t proc proc "$root/proc"
trap clean EXIT
mkdir -p -m 1777 "$root/dev/shm"
[ -z "$cache" ] || mount --bind "${cache#--cache-dir=}" "$root/var/cache/apt/archives"
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
mkdir "$root/try"
cp "$deb" "$root/try/package.deb"
cp "$here/try_deb_root.sh" "$here/try_deb_user.sh" "$root/try/"

failed=0
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+"http_proxy=$http_proxy"} sh /try/try_deb_root.sh </dev/null || failed=1
mkdir -p "$pictures"
cp "$root"/home/clerk/try-*.png "$pictures/" 2>/dev/null || true
[ "$failed" = 0 ] && echo "try_deb: all held" || echo "try_deb: FAILED"
exit "$failed"
