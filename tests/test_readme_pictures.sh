#!/bin/sh
# SPDX-License-Identifier: MIT
# The README shows the screens as the program draws them.
exec "$(dirname "$0")/../script/pictures" --check
