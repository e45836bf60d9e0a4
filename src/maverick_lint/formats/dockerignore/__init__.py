"""What a build leaves out of its context: .dockerignore files."""
