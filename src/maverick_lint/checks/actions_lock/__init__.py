"""Rules of the lock file of actions."""
