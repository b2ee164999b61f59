"""The Telegram front end: handlers, rendering, delivery; it knows neither SQL nor how answers are made."""
