# SPDX-License-Identifier: MIT
# A service manager's ear: writes what it is told through a socket to a file,
# a line each.
#
#   notify.py SOCKET FILE
import socket
import sys

ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
ear.bind(sys.argv[1])
with open(sys.argv[2], "w", encoding="utf-8", buffering=1) as told:
    while True:
        told.write(ear.recv(4096).decode("utf-8").rstrip("\n") + "\n")
