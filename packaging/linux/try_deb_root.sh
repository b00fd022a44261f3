#!/bin/sh
# The administrator's part of try_deb.sh, inside of the new system.
set -eu
failed=0

step() {
    echo "$(date +%T) $*"
}

holds() {
    words=$1
    shift
    if "$@"; then
        echo "  ok: $words"
    else
        echo "  FAILED: $words"
        failed=1
    fi
}

install() {
    apt-get install -y -qq "$@" >/try/apt.log 2>&1 || {
        tail -20 /try/apt.log
        exit 1
    }
}

libraries_are_there() {
    find /usr/lib/netsantral-supervisor -type f -exec sh -c '
        for file; do
            [ "$(head -c4 "$file" | tail -c3)" = ELF ] && echo "$file"
        done' sh {} + >/try/elf
    count=$(wc -l </try/elf)
    # The starter tells the loader to look into the program's own folder first.
    while read -r file; do
        LD_LIBRARY_PATH=/usr/lib/netsantral-supervisor/_internal ldd "$file" 2>&1 | grep "not found" | sed "s|^|    $file:|"
    done </try/elf >/try/missing
    cat /try/missing
    echo "    $count files looked at"
    [ ! -s /try/missing ] && [ "$count" -gt 50 ]
}

files() {
    # Lists and logs of the package tools themselves, and what belongs to a user or to this trial, do not count.
    find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /home -o -path /try -o -path /tmp -o -path /run \
        -o -path /var/cache -o -path /var/log -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/lib/dbus \) -prune \
        -o -print | sort
}

traces() {
    ! files | grep -E 'netsantral|supervisor-gui'
}

unmentioned() {
    ! grep -rsl netsantral /etc /usr/share/applications /usr/share/icons /usr/share/mime /var/lib/dpkg/info
}

purge_asks_nothing() {
    apt-get remove -y -qq netsantral-supervisor >/try/apt.log 2>&1 </dev/null &&
        dpkg --purge netsantral-supervisor >>/try/apt.log 2>&1 </dev/null
}

step "the package alone brings every library"
apt-get update -qq
install --no-install-recommends /try/package.deb
holds "no library is missing" libraries_are_there
holds "it starts" supervisor-gui --version

step "removed; screen, session bus, keyring, xdg-open, a user"
install --no-install-recommends xvfb dbus gnome-keyring libsecret-tools xdg-utils desktop-file-utils xdotool scrot
apt-get remove -y -qq netsantral-supervisor >/dev/null 2>&1
dpkg --purge netsantral-supervisor >/dev/null 2>&1
useradd --create-home --shell /bin/sh clerk
files >/try/before

step "installed again, as a user with a desktop does it"
install --no-install-recommends /try/package.deb
step "an ordinary user"
runuser -u clerk -- env -i HOME=/home/clerk USER=clerk PATH=/usr/bin:/bin LANG=C.UTF-8 sh /try/try_deb_user.sh || failed=1

step "removed"
holds "removal and purge ask nothing" purge_asks_nothing
files >/try/after
holds "nothing is left outside of the user's home" diff /try/before /try/after
holds "no file has its name" traces
holds "no list speaks of it" unmentioned
holds "what the user has stays" test -s /home/clerk/.local/share/netsantral-supervisor/settings.ini
exit "$failed"
