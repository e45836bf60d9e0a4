"""GitLab CI: a configuration with what it includes, its jobs after `extends`, and when they run.

Source: docs.gitlab.com/ci/yaml/, the CI/CD YAML syntax reference, read 2026-11-24.
"""
