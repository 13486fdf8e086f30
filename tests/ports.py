"""Ports for servers that are started, stopped and started again."""

import random
import socket


def free_port():
    """One below those that systems give to whatever calls out: nobody gets it in between."""
    chance = random.SystemRandom()  # two processes of tests may have the same seed
    while True:
        port = chance.randint(20_000, 32_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
