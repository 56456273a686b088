#!/bin/sh
# Whole sites next to their peers, side by side on this machine: books of generated chapters (1,500 words, 12 headings, 6 listings,
# 3 tables, 4 graphs), which perilla also runs and checks.
#
#   site/src/bench/site.sh [COUNT...]        1000 where none is given; 10000 takes some minutes
#
# Prints a Markdown table. Peers take part where they are installed: Eleventy in the folder that ELEVENTY names (npm install
# @11ty/eleventy @11ty/eleventy-plugin-syntaxhighlight), Hugo on the path. Needs python3 and GNU time.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../../.." && pwd -P)
here=$root/site/src/bench/site
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/perilla" --version >"$work/version" # builds, and trains the caches
"$root/perilla" build "$root/site/books/micrograd" -o "$work/warm" -q 2>"$work/warm.log"

# seconds and peak memory (MB) of a command that runs in a folder
measure() {
  folder=$1
  shift
  (cd "$folder" && command time -f '%e %M' -o "$work/time" "$@" >"$work/log" 2>&1) || { cat "$work/log" >&2; exit 1; }
  read -r seconds memory <"$work/time"
  memory=$((memory / 1024))
}

row() { # name count
  rate=$(awk -v n="$2" -v s="$seconds" 'BEGIN { printf "%.0f", n / s }')
  printf '| %s | %s | %s | %s | %s |\n' "$1" "$2" "$seconds" "$rate" "$memory"
}

printf '| what | pages | seconds | pages/s | MB |\n| --- | --- | --- | --- | --- |\n'
for count in "${@:-1000}"; do
  book=$work/perilla$count
  python3 "$here/book.py" perilla "$count" "$book"
  measure "$work" "$root/perilla" build "$book" -o "$work/site$count" -q
  row "perilla, the first time (runs and checks)" "$count"
  measure "$work" "$root/perilla" build "$book" -o "$work/site$count" -q
  row "perilla, nothing changed" "$count"
  sed -i 's/given: {a: [0-9]*,/given: {a: 11,/' "$book/c$((count / 2)).chapter.yaml"
  measure "$work" "$root/perilla" build "$book" -o "$work/site$count" -q
  row "perilla, one chapter changed" "$count"
  rm -rf "$work/site$count"
  if [ -n "${ELEVENTY:-}" ] && [ -d "$ELEVENTY/node_modules/@11ty/eleventy" ]; then
    book=$work/eleventy$count
    python3 "$here/book.py" eleventy "$count" "$book"
    ln -s "$ELEVENTY/node_modules" "$book/node_modules"
    measure "$book" node node_modules/@11ty/eleventy/cmd.cjs --quiet
    row "Eleventy (executes nothing)" "$count"
    measure "$book" node node_modules/@11ty/eleventy/cmd.cjs --quiet
    row "Eleventy, again (it has no other way)" "$count"
  fi
  if command -v hugo >/dev/null; then
    book=$work/hugo$count
    python3 "$here/book.py" hugo "$count" "$book"
    measure "$book" hugo --quiet
    row "Hugo (executes nothing)" "$count"
  fi
done
