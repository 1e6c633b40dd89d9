#!/bin/sh
# SPDX-License-Identifier: MIT
# One check of the sources: their format, their spelling, or clang-tidy's
# rules.
#
#   tests/source.sh format|spelling|tidy SOURCES BUILD
set -eu
cd "$2"

case $1 in
format)
    find kiosk tests -name '*.[ch]' -print0 |
        xargs -0 clang-format-14 --dry-run -Werror
    ;;
spelling)
    # Of the code only the comments: its strings speak five languages.
    {
        grep -noE '(^|[^:])//.*' -r kiosk tests --include='*.[ch]'
        grep -n '#' -r script tests .ci --include='*' --exclude-dir=pictures \
            --exclude-dir=programmes --exclude='*.c' --exclude='*.h'
        grep -n '' ./*.md kiosk/*.md || true
    } >"$3/spelling.txt"
    codespell --ignore-words tests/support/spelling.txt "$3/spelling.txt"
    ;;
tidy)
    # gcc's options that clang has not would be errors of their own, and
    # glibc's tolower() is a macro that nests. The analyzer takes ten minutes:
    # it is for an editor, or clang-tidy by hand.
    status=0
    find kiosk -name '*.c' -print0 |
        xargs -0 -n 12 -P "$(nproc)" clang-tidy-14 --quiet -p "$3" \
            --checks='-clang-analyzer-*' --extra-arg=-D__NO_CTYPE \
            --extra-arg=-Wno-unknown-warning-option >"$3/tidy.txt" 2>&1 ||
        status=$?
    grep -v 'warnings* generated' "$3/tidy.txt" || true
    exit "$status"
    ;;
esac
