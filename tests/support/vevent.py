#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Reads an event, as a phone's calendar would from a code: its first and last
moment in UTC, its title and its place, a line each."""

import sys
from datetime import timezone

from icalendar import Event

event = Event.from_ical(sys.stdin.read())
for moment in (event.decoded("dtstart"), event.decoded("dtend")):
    print(moment.astimezone(timezone.utc).strftime("%Y-%m-%d %H:%M"))
print(event.get("summary"))
print(event.get("location"))
