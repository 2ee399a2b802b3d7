"""The network guard itself: a test that cannot fail guards nothing."""

import asyncio
import socket

import pytest


def test_a_test_that_reaches_out_is_stopped() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client,
        pytest.raises(AssertionError, match="loopback"),
    ):
        client.connect(("192.0.2.1", 80))


def test_a_test_that_looks_up_a_name_is_stopped() -> None:
    with pytest.raises(AssertionError, match="loopback"):
        socket.getaddrinfo("example.com", 443)


def test_asyncio_is_guarded_too() -> None:
    with pytest.raises(AssertionError, match="loopback"):
        asyncio.run(asyncio.open_connection("192.0.2.1", 80))


def test_loopback_is_allowed() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        client.sendall(b"x")
        connection, _ = server.accept()
        with connection:
            assert connection.recv(1) == b"x"
