"""Which addresses may be asked: every known way of writing an inner one is refused."""

import pytest

from bot.errors import UnsafeAddress
from bot.sources.address import AddressPolicy, port_of

POLICY = AddressPolicy()
PUBLIC = (
    "http://tarn.example/a?b=c",
    "https://tarn.example:8443/",
    "http://8.8.8.8/",
    "https://вести.example/",
)
INNER = """
0.0.0.0 127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
100.100.100.200 192.0.0.8 198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1
fd00:ec2::254 ff02::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1::1 2001:0:a00:1::1 fec0::1
::10.0.0.1 ::8.8.8.8 64:ff9b:1::a00:1 2001:db8::1 3fff::1 5f00::1 nonsense
"""


@pytest.mark.parametrize("url", PUBLIC)
def test_public_addresses_may_be_asked(url: str) -> None:
    assert POLICY.check_url(url).hostname


@pytest.mark.parametrize(
    "url",
    [
        "ftp://tarn.example/",
        "file:///etc/passwd",
        "gopher://tarn.example/",
        "javascript:alert(1)",
        "//tarn.example/",
        "http://",
        "http://user@tarn.example/",
        "http://user:word@tarn.example/",
        "http://@tarn.example/",
        "http://tarn.example:0/",
        "http://tarn.example:99999/",
        "http://tarn.example:22/",
        "https://tarn.example:25/",
        "http://tarn.example/a b",
        "http://tarn.example\\@127.0.0.1/",
        "http://tarn.example/\r\nHost:x",
        "http://[::1/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://10.0.0.1./",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://tarn.example/" + "a" * 3000,
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(UnsafeAddress):
        POLICY.check_url(url)


@pytest.mark.parametrize("ip", INNER.split())
def test_inner_addresses_are_refused(ip: str) -> None:
    with pytest.raises(UnsafeAddress):
        POLICY.check_ip(ip)


def test_loopback_only_by_a_setting_that_says_so() -> None:
    policy = AddressPolicy(allow_loopback=True)
    assert policy.check_ip("127.0.0.1") == "127.0.0.1"
    assert policy.check_ip("::1") == "::1"
    for ip in ("10.0.0.1", "169.254.169.254", "0.0.0.0"):
        with pytest.raises(UnsafeAddress):
            policy.check_ip(ip)


def test_the_port_follows_from_the_scheme() -> None:
    urls = ("http://a.example", "https://a.example", "http://a.example:8081")
    assert [port_of(POLICY.check_url(url)) for url in urls] == [80, 443, 8081]
