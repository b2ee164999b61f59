"""Pictures of answers, drawn by the library of the extra `pictures`; it knows no front end."""
