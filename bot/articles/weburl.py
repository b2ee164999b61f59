"""Addresses of pages: read, folded to one form, compared by site; it knows nothing of fetching.

Two addresses that differ only in what marks the way a reader came are one page. What marks it stands in
`data/tracking.txt`.
"""

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit, urlunsplit

from tld import get_fld

from bot.articles.lexicon import entries, word_set
from bot.articles.normal import normal_url

_LISTED = entries("tracking")
_TRACKING = frozenset(name for name in _LISTED if not name.endswith("*"))
_TRACKING_STARTS = tuple(name.removesuffix("*") for name in _LISTED if name.endswith("*"))
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2048
_AMP_VIEWER = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/amp/|[\w-]+\.cdn\.ampproject\.org/[cv]/)(s/)?(?=[\w-]+\.)",
    re.IGNORECASE,
)
_SAME_SITE = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")


def web_url(text: str) -> str:
    """An http(s) address without surrounding space; "" when it is none that can be followed."""
    try:
        url = normal_url(text)
        parts = urlsplit(url)
        fit = parts.scheme.lower() in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return ""
    return url if fit and len(url) <= _LONGEST else ""


def folded(url: str) -> str:
    """The address without fragment, default port and tracking parameters; "" as `web_url`.

    Where a page is shown by Google's viewer or cache of AMP, its own address. The order of the parameters
    that stay is kept: to some servers it matters.
    """
    if not (known := web_url(_AMP_VIEWER.sub(_own_scheme, url.strip()))):
        return ""
    parts = urlsplit(known)
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _is_tracking(pair))
    return urlunsplit((parts.scheme.lower(), _host(parts), parts.path or "/", query, ""))


def _own_scheme(viewer: re.Match[str]) -> str:
    return "https://" if viewer.group(1) else "http://"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses have one host, be it the one for telephones or with www before it."""
    hosts = [urlsplit(url).hostname or "" for url in (one, other) if web_url(url)]
    return len(hosts) == 2 and _SAME_SITE.sub("", hosts[0]) == _SAME_SITE.sub("", hosts[1])


def one_owner(one: str, other: str) -> bool:
    """Whether two addresses lie under one registered name, as feeds.tarn.example and www.tarn.example do.

    Names that a host gives to its customers (tarn.github.io) are told apart, by the public suffix list and by
    `data/shared_hosts.txt`.
    """
    owners = {_owner(host_of(url)) for url in (one, other) if web_url(url)}
    return len(owners) == 1 and bool(web_url(one)) and bool(web_url(other))


@lru_cache(maxsize=4096)
def _owner(name: str) -> str:
    """The registered part of a host; an IP address is its own, and so is a name under no known suffix."""
    try:
        ip_address(name)
    except ValueError:
        known = get_fld(f"https://{name}", fail_silently=True, search_private=True)
        shared = known in word_set("shared_hosts")
        return name if shared else known or ".".join(name.split(".")[-2:])
    return name


def is_front(url: str) -> bool:
    """Whether an address is that of a front page."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def host_of(url: str) -> str:
    """The host of an address, for counting what goes to one server; "" when it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def shown(url: str) -> str:
    """The address for logs: without parameters, for a key may stand among them."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}{parts.path}" + ("?…" if parts.query else "")


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    named = f"[{host}]" if ":" in host else host
    default = parts.port is None or parts.port == _PORTS[parts.scheme.lower()]
    return named if default else f"{named}:{parts.port}"


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_STARTS)
