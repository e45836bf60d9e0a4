"""Package managers as data.

Source: the manual pages and command references of each tool (2026-08).
"""

from __future__ import annotations

from typing import Final, Literal

from maverick_lint.core.record import record


@record
class Manager:
    """A package manager.

    programs  the commands that are this manager
    scope     it installs what the "system" has, or what an "app" depends on
    install   its sub-commands that install; "" when the bare command does
    update    those that refresh its lists; `clean` those that drop its caches
    valued    flags that take their value as the next word
    yes       flags that keep it from asking
    remove    its sub-commands that remove
    asks      those that ask before they work; of a manager that asks for nothing there are none
    """

    name: str
    programs: tuple[str, ...]
    scope: Literal["system", "app"]
    install: frozenset[str]
    update: frozenset[str] = frozenset()
    clean: frozenset[str] = frozenset()
    valued: frozenset[str] = frozenset()
    yes: frozenset[str] = frozenset()
    remove: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_APT: Final = _words("-t --target-release --default-release -o --option -c --config-file -a --host-architecture")
_NODE: Final = _words(
    "--prefix --cache --registry -C --cwd --dir --filter -F --store-dir --omit --include --loglevel -w --workspace"
    " --network-timeout --mutex --cache-folder"
)
_PIP: Final = _words(
    "-r --requirement -c --constraint -e --editable -t --target -i --index-url --extra-index-url -f --find-links"
    " --platform --python-version --implementation --abi --prefix --root --src --trusted-host --cert --proxy --retries"
    " --timeout --cache-dir --log --progress-bar --upgrade-strategy --no-binary --only-binary --python -p"
    " --global-option --config-settings --use-feature --use-deprecated"
    " --report --group --override --build-constraint --index"
)
_DNF_ASKS: Final = _words(
    "install in localinstall groupinstall reinstall rei upgrade up update upgrade-minimal downgrade dg distro-sync"
    " remove erase rm autoremove swap"
)
_DNF: Final = Manager(
    "dnf",
    ("dnf", "dnf5", "microdnf", "tdnf"),
    "system",
    _words("install in localinstall groupinstall reinstall rei"),
    _words("makecache check-update"),
    _words("clean"),
    _words("-c --config --enablerepo --disablerepo --repo --repoid -x --exclude --releasever --installroot --setopt"),
    _words("-y --assumeyes"),
    _words("remove erase rm autoremove"),
    _DNF_ASKS,
)

MANAGERS: Final = (
    Manager(
        "apt-get",
        ("apt-get", "apt", "aptitude"),
        "system",
        _words("install upgrade dist-upgrade full-upgrade build-dep"),
        _words("update"),
        _words("clean autoclean"),
        _APT,
        _words("-y --yes --assume-yes -qq"),
        _words("remove purge autoremove autopurge"),
        _words("install upgrade dist-upgrade full-upgrade build-dep remove purge autoremove autopurge"),
    ),
    Manager(
        "apk",
        ("apk",),
        "system",
        _words("add"),
        _words("update"),
        _words("cache"),
        _words("-t --virtual -X --repository -p --root --keys-dir --cache-dir --repositories-file --arch --wait"),
        remove=_words("del"),
    ),
    Manager(
        "yum",
        ("yum",),
        "system",
        _DNF.install,
        _DNF.update,
        _DNF.clean,
        _DNF.valued,
        _words("-y --assumeyes"),
        _DNF.remove,
        _DNF_ASKS,
    ),
    _DNF,
    Manager(
        "zypper",
        ("zypper",),
        "system",
        _words("install in"),
        _words("refresh ref"),
        _words("clean cc"),
        _words("-t --type -r --repo --from -p --plus-repo"),
        _words("-y --no-confirm -n --non-interactive"),
        _words("remove rm"),
        _words("install in remove rm source-install si patch update up dist-upgrade dup"),
    ),
    Manager(
        "pip",
        ("pip", "pip3", "pipx"),
        "app",
        _words("install"),
        valued=_PIP,
        clean=_words("cache"),
        remove=_words("uninstall"),
    ),
    Manager(
        "uv",
        ("uv",),
        "app",
        _words("sync"),
        valued=_PIP | _words("--extra --only-group --no-group --package --directory --project"),
    ),
    Manager(
        "poetry",
        ("poetry",),
        "app",
        _words("install sync"),
        valued=_words("--with --without --only -E --extras -C --directory -P --project"),
    ),
    Manager(
        "pipenv", ("pipenv",), "app", _words("install sync"), valued=_words("--python -i --pypi-mirror --categories")
    ),
    Manager(
        "pdm",
        ("pdm",),
        "app",
        _words("install sync"),
        valued=_words("-G --group --with --without -p --project -L --lockfile"),
    ),
    Manager(
        "npm",
        ("npm",),
        "app",
        _words("install i ci add in ins clean-install install-clean"),
        valued=_NODE,
        clean=_words("cache"),
    ),
    Manager("yarn", ("yarn", "yarnpkg"), "app", frozenset({"", "install"}), valued=_NODE, clean=_words("cache")),
    Manager("pnpm", ("pnpm",), "app", _words("install i"), valued=_NODE),
    Manager(
        "bun",
        ("bun",),
        "app",
        _words("install i ci"),
        valued=_words("--cwd --config -c --registry --cache-dir --backend"),
    ),
    Manager(
        "bundle",
        ("bundle", "bundler"),
        "app",
        frozenset({"", "install"}),
        valued=_words("--path -j --jobs --without --with --gemfile --retry"),
    ),
    Manager(
        "composer",
        ("composer", "composer.phar"),
        "app",
        _words("install i"),
        clean=_words("clear-cache clearcache cc"),
        valued=_words("-d --working-dir"),
    ),
    Manager(
        "cargo",
        ("cargo",),
        "app",
        _words("build install"),
        valued=_words(
            "--target --bin -p --package --features --root --version --vers --manifest-path -j --jobs --profile --git"
            " --branch --tag --rev --path --registry --index --example --test --config -Z"
        ),
    ),
    Manager(
        "go",
        ("go",),
        "app",
        _words("install get"),
        clean=_words("clean"),
        valued=_words("-o -ldflags -tags -C -gcflags -asmflags -mod -modfile -p"),
    ),
    Manager(
        "gem",
        ("gem",),
        "app",
        _words("install i"),
        valued=_words("-v --version -i --install-dir -n --bindir -P --platform -s --source"),
    ),
)
BY_PROGRAM: Final = {program: manager for manager in MANAGERS for program in manager.programs}
