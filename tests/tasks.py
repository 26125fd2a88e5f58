"""Tasks that forks run: a process of their own has to find them by the name of a module."""

from __future__ import annotations

import os
import signal
import time


def own(told):
    return os.getpid()


def slow(told):
    told(7)
    time.sleep(60)


def talks(told):
    for step in range(8):
        told(step)
        time.sleep(0.25)
    return "said something all the time"


def large(told):
    return len(bytearray(2 * 2**30))


def fails(told):
    raise ValueError("no such figure")


def unpicklable(told):
    return lambda: None


def dies(told):
    told(7)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(60)
