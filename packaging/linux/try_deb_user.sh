#!/bin/sh
# The user's part of try_deb.sh: a session with screen, bus and keyring, the program on its own simulator.
set -eu
cd "$HOME"

if [ "${1:-}" != --session ]; then
    export XDG_RUNTIME_DIR="$HOME/run"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    # Its own choice of a number: this system shares the net, and with it X's sockets, with whoever made it.
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$XDG_RUNTIME_DIR/display" >/dev/null 2>&1 &
    screen=$!
    turns=120
    until [ -s "$XDG_RUNTIME_DIR/display" ]; do
        turns=$((turns - 1))
        kill -0 "$screen" && [ "$turns" -gt 0 ] || {
            echo "  FAILED: a screen"
            exit 1
        }
        sleep 0.5
    done
    DISPLAY=:$(cat "$XDG_RUNTIME_DIR/display")
    export DISPLAY
    code=0
    dbus-run-session -- sh "$0" --session || code=1
    kill "$screen"
    exit "$code"
fi

account=8501110000
failed=0

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

# Wait until a command succeeds, at most so many half seconds.
until_true() {
    turns=$1
    shift
    while ! "$@" >/dev/null 2>&1; do
        turns=$((turns - 1))
        [ "$turns" -gt 0 ] || return 1
        sleep 0.5
    done
}

value() {
    sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" ready
}

printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
supervisor-gui simulate --account $account --password s1mulated --agents 12 --load 600 --ready-file ready \
    --request-log requests >simulator.log 2>&1 &
simulator=$!
holds "the simulator is ready" until_true 60 test -s ready
connect="--account $account --pbx-url $(value pbx_url) --api-url $(value api_url) --events $(value events)"
printf s1mulated | secret-tool store --label=trial service netsantral-supervisor/$account username $account

shot() {
    # shellcheck disable=SC2086  # several words
    supervisor-gui $connect --lang "$1" --theme "$2" --size 1440x900 --shot "try-board-$1-$2.png" --shot-after 6 &&
        test -s "try-board-$1-$2.png"
}
holds "a picture of the board" shot tr light
holds "a picture of the board, dark" shot en dark

# The own extension, which the first call would ask for.
data=.local/share/netsantral-supervisor
cat >"$data/settings.ini" <<END
[profile $account]
profile.account = $account
connection.pbx_url = $(value pbx_url)
connection.api_url = $(value api_url)
profile.plain_http_agreed = on
calls.extension = 101
END

# shellcheck disable=SC2086
supervisor-gui $connect --lang tr --theme light &
window=$!
holds "a window" until_true 60 xdotool search --onlyvisible --name NetSantral
until_true 60 sh -c 'grep -q queue requests'

opened() {
    timeout 10 xdg-open tel:05550000001
}
holds "xdg-open ends well" opened
sleep 3
scrot --overwrite try-link.png
dialled() {
    xdotool search --onlyvisible --name NetSantral windowfocus key Return
    until_true 20 grep -q 5550000001 requests
}
holds "the number of the link is dialled after Enter" dialled
scrot --overwrite try-dialled.png
holds "integrate knows that links come here" sh -c "supervisor-gui integrate --status --lang en | grep -q '^tel: links come'"
holds "integrate leaves the package's entry alone" sh -c \
    "supervisor-gui integrate >/dev/null && test ! -e .local/share/applications/netsantral-supervisor.desktop"

ended() {
    kill -TERM "$1" && until_true 20 sh -c "! kill -0 $1"
}
holds "the window ends" ended "$window"
kill "$simulator"
holds "the log is clean" sh -c "! grep -rE 'WARNING|ERROR|Traceback' $data/logs"
exit "$failed"
