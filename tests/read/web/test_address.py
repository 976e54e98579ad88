from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.web.address import Refused, is_public, target


def known(_host: str, _port: int) -> list[str]:
    return ["93.184.216.34"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1",
        "224.0.0.1", "239.1.2.3", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "2002:7f00:1::",
        "2002:c0a8:101::1", "64:ff9b:1::7f00:1", "::ffff:0:127.0.0.1", "::ffff:0:a00:1", "fe80::5efe:10.0.0.1",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe", "3fff::1", "5f00::1", "100::1", "4000::1", "no address", "",
    ],
)  # fmt: skip
def test_an_address_of_no_public_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "2002:5db8:d822::1"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/", "file:///etc/passwd", "gopher://news.example/",
        "data:text/html,x", "javascript:alert(1)",
        "news.example", "//news.example/", "", "http://", "http:///path", "http://a b/", "http://[::1",
        "http://news.example:99999/", "http://news.example:0/",
        "http://2130706433/", "http://0x7f.0.0.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/",
        "http://127.0.0.1./", "http://1.2.3.4.5/", "http://①②⑦.⓪.⓪.①/",
        "http://news.example%00.evil/",
        "http://" + "a" * 3_000 + ".example/",
        "http://[::]/", "http://0.0.0.0/", "http://0/", "http://[::ffff:0:127.0.0.1]/", "http://[fe80::1%25eth0]/",
        "http://user@127.0.0.1/", "http://news.example@10.0.0.1/", "http://news.example:80@169.254.169.254/",
        "http://news.example\\@10.0.0.1/", "http://10.0.0.1#@news.example/", "http://169.254.169.254./", "http://[::1]./",
        "http://127\u30020\u30020\u30021/", "http://%31%30.0.0.1/", "http:\\\\10.0.0.1/", "http:10.0.0.1/",
        "http://news.example\t/", "http://news.example\n.evil/", "http://3232235521/", "http://192.168.257/",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        target(url, known, private=False)


def test_an_address_is_asked_by_its_number_under_its_name() -> None:
    found = target("https://user:word@News.Example/a?b=c#d", known, private=False)
    assert str(found.pinned) == "https://93.184.216.34/a?b=c"
    assert (found.host, found.host_header, found.site) == ("news.example", "news.example", "https://news.example:443")


def test_a_host_in_another_script_is_asked_for_in_ascii() -> None:
    assert target("http://münchen.example:8080/", known, private=False).host_header == "xn--mnchen-3ya.example:8080"


def test_an_address_in_the_sixth_version_keeps_its_brackets() -> None:
    found = target("http://[2606:2800:220:1::1]:8080/", known, private=False)
    assert (str(found.pinned), found.host_header) == ("http://[2606:2800:220:1::1]:8080/", "[2606:2800:220:1::1]:8080")


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(Refused, match="private network"):
        target("http://news.example/", lambda _host, _port: ["93.184.216.34", "10.0.0.1"], private=False)


@given(st.text(max_size=60))
def test_no_text_is_more_than_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://news.example/{text}"):
        with suppress(Refused):
            assert is_public(target(url, known, private=False).ips[0])


@pytest.mark.parametrize("url", ["http://localhost/", "http://localhost./", "http://LOCALHOST/", "http://a.localhost/"])
def test_a_name_is_judged_by_what_it_leads_to(url: str) -> None:
    with pytest.raises(Refused, match="private network"):
        target(url, lambda _host, _port: ["127.0.0.1"], private=False)


def test_a_name_before_the_host_is_not_the_host() -> None:
    assert target("http://10.0.0.1\\@news.example/", known, private=False).host == "news.example"
