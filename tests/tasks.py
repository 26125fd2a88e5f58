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


def fails(told):
    raise ValueError("no such figure")


def unpicklable(told):
    return lambda: None


def dies(told):
    told(7)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(60)
