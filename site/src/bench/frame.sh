#!/bin/sh
# How long the frame of a knob takes on the example of 41 parameters (MLP(3, [4, 4, 1]), four samples), in headless Chromium.
#
#   site/src/bench/frame.sh
#
# Prints milliseconds: the middle, 95 and 99 of 100 turns; the script alone, and until the frame is drawn. A screen of 60 Hz leaves 16.
# Then how many of the 200 turns did not show their numbers in their frame.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../../.." && pwd -P)
here=$root/site/src/bench/frame
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/book"
printf 'perilla: 1\ntitle: Frames\nlang: en\nchapters: [net]\n' >"$work/book/book.yaml"
cp "$here/net.chapter.yaml" "$work/book"
"$root/perilla" build "$work/book" -o "$work/site" -q
cp "$here/frame.js" "$work/site"
sed -i 's|</head>|<script src="frame.js" defer="defer"></script></head>|' "$work/site/net.html"
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --window-size=390,900 --enable-logging=stderr \
  "file://$work/site/net.html" 2>"$work/log" &
page=$!
trap 'kill "$page" 2>/dev/null; wait "$page" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  sleep 1
  sed -n 's|.*"measured \(.*\) \(.*\) \(.*\) \(.*\) \(.*\) \(.*\) \(.*\) end".*|script  \2 \3 \4\ndrawn   \5 \6 \7\nlate    \1|p' "$work/log" | grep . && exit 0
done
cat "$work/log" >&2
exit 1
