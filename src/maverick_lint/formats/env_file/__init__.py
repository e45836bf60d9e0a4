"""Files of environment variables, as Compose and `docker run --env-file` read them."""
