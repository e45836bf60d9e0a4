"""Pages: one file each, that loads nothing and works by keyboard."""
