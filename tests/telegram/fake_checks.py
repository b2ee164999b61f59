"""What Telegram checks of buttons and inline results; raises TextError with its words.

https://core.telegram.org/bots/api#inlinekeyboardbutton (1-64 bytes of callback data),
https://core.telegram.org/bots/api#answerinlinequery (at most 50 results, ids of 1-64 bytes, each once) and
https://core.telegram.org/bots/api#inlinequeryresultsbutton (payloads of 1-64 letters, digits, "_" and "-").
"""

import json
import re

from tests.telegram.fake_html import TextError, parse_text

MOST_BUTTONS = 100
MOST_RESULTS = 50


def check_keyboard(markup: dict) -> None:
    rows = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS or not all(rows):
        raise TextError("REPLY_MARKUP_TOO_LONG" if buttons else "reply markup is empty")
    for button in buttons:
        if not button.get("text", "").strip():
            raise TextError("can't parse inline keyboard button: Text buttons are unallowed")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise TextError("BUTTON_DATA_INVALID")


def read_results(params: dict) -> list[dict]:
    """The results of an answer to an inline query, each with its text parsed."""
    results = json.loads(params.get("results", "[]"))
    if len(results) > MOST_RESULTS:
        raise TextError("RESULTS_TOO_MUCH")
    ids = [result.get("id", "") for result in results]
    if len({*ids}) != len(ids):
        raise TextError("RESULT_ID_DUPLICATE")
    if not all(1 <= len(each.encode()) <= 64 for each in ids):
        raise TextError("RESULT_ID_INVALID")
    if int(params.get("cache_time", 300)) < 0:
        raise TextError("wrong cache_time")
    if "button" in params:
        _check_button(json.loads(params["button"]))
    return [_result(result) for result in results]


def _check_button(button: dict) -> None:
    if not button.get("text"):
        raise TextError("inline query results button text must be non-empty")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "")):
        raise TextError("START_PARAM_INVALID")


def _result(result: dict) -> dict:
    if result.get("type") != "article":
        raise TextError("can't parse inline query result")
    if not result.get("title"):
        raise TextError("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content", {})
    text, entities = parse_text(content.get("message_text", ""), content.get("parse_mode"))
    check_keyboard(result.get("reply_markup", {}))
    return {**result, "text": text, "entities": entities}
