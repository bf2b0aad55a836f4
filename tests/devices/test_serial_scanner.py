"""A scanner on a serial port, played by a pseudo-terminal."""

import contextlib
import os
import threading
from queue import Queue

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
import tty  # noqa: E402 - only where there are pseudo-terminals

from app.devices.serial_scanner import LONGEST, ScannerGone, SerialEar, ports, scans  # noqa: E402

CARD = "020099004321||Khuất Lưu Đình Ưng|30111999|Nam|Khu 3, Đồng Đăng, Lạng Sơn|02082022"


class Cable:
    """Both ends of a line: bytes written here come out of `name`."""

    def __init__(self) -> None:
        self._end, self._other = pty.openpty()
        tty.setraw(self._other)
        self.name = os.ttyname(self._other)

    def send(self, data: bytes) -> None:
        os.write(self._end, data)

    def cut(self) -> None:
        for end in (self._end, self._other):
            with contextlib.suppress(OSError):
                os.close(end)


@pytest.fixture
def cable():
    made = Cable()
    yield made
    made.cut()


def first_of(cable, *sent: bytes, count: int = 1) -> list[str]:
    def feed() -> None:
        for data in sent:
            cable.send(data)

    heard = scans(cable.name, threading.Event(), feed)
    return [next(heard) for _ in range(count)]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b""])
def test_a_card_arrives_whole_whatever_ends_it(cable, end):
    assert first_of(cable, CARD.encode() + end) == [CARD]


def test_two_scans_are_two(cable):
    assert first_of(cable, b"26112300000197\r26112300000294\r", count=2) == [
        "26112300000197",
        "26112300000294",
    ]


def test_a_letter_cut_in_two_on_its_way_is_whole_again(cable):
    data = CARD.encode()
    at = data.index("Đ".encode()) + 1
    assert first_of(cable, data[:at], data[at:] + b"\r") == [CARD]


def test_bytes_that_are_no_letters_are_seen_as_such(cable):
    assert first_of(cable, b"\xff\xfe123\r") == ["��123"]


def test_noise_without_end_is_cut_off(cable):
    feeding = threading.Thread(target=cable.send, args=(b"x" * (LONGEST + 500) + b"\r",))
    heard = scans(cable.name, threading.Event(), feeding.start)
    assert len(next(heard)) == LONGEST
    assert next(heard)
    feeding.join()


def test_a_port_that_is_not_there_is_said_to_be_gone():
    with pytest.raises(ScannerGone) as refused:
        next(scans("/dev/khong-co-may-quet", threading.Event(), list))
    assert refused.value.facts["port"] == "/dev/khong-co-may-quet"


def test_the_ear_hears_on_its_own_thread_and_stops(cable):
    heard: Queue[tuple[str, str]] = Queue()

    ear = SerialEar(
        cable.name,
        lambda text: heard.put((text, threading.current_thread().name)),
        lambda: cable.send(CARD.encode() + b"\r"),
        list,
    )
    assert heard.get(timeout=20) == (CARD, "scanner")
    ear.close()
    assert all(thread.name != "scanner" for thread in threading.enumerate())


def test_the_ear_says_that_the_scanner_is_not_there_and_tries_on():
    tries: Queue[str] = Queue()
    ear = SerialEar("/dev/khong-co-may-quet", tries.put, list, lambda: tries.put("gone"))
    assert tries.get(timeout=20) == "gone"
    ear.close()


def test_the_ports_of_the_machine_can_be_listed():
    assert all(port.name for port in ports())
