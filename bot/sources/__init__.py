"""Sources: fetches from the web, safely and within limits, and returns bytes; it knows nothing of parsing.

url -> address (may it be asked?) -> network (only the address that was checked) -> fetcher -> Fetched
"""

from bot.sources.address import AddressPolicy
from bot.sources.fetcher import Fetcher
from bot.sources.values import Fetched, FetchLimits, Validators

__all__ = ["AddressPolicy", "FetchLimits", "Fetched", "Fetcher", "Validators"]
