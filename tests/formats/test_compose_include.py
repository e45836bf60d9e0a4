"""`include`: whose variables an included project has, and what several paths of one entry make."""

from __future__ import annotations

from compose_project import document, project

SHOP = "services: {a: {image: 'acme/a:1'}}\n"


def _tags(texts: dict[str, str]) -> dict[str, str]:
    return {service.name: service.image.tag for service in project(texts).beside if service.image is not None}


def test_an_included_project_has_the_variables_of_its_own_folder() -> None:
    texts = {"compose.yaml": "include: [sub/c.yaml]\n" + SHOP, "sub/c.yaml": "services: {b: {image: 'b:$T'}}\n"}
    assert _tags({**texts, "sub/.env": "T=4\n"}) == {"b": "4"}


def test_the_including_project_wins() -> None:
    texts = {"compose.yaml": "include: [sub/c.yaml]\n" + SHOP, "sub/c.yaml": "services: {b: {image: 'b:$T'}}\n"}
    assert _tags({**texts, "sub/.env": "T=4\n", ".env": "T=9\n"}) == {"b": "9"}


def test_its_env_file_stands_in_the_place_of_the_folders_own() -> None:
    texts = {
        "compose.yaml": "include: [{path: sub/c.yaml, env_file: [one.env, sub/two.env]}]\n" + SHOP,
        "sub/c.yaml": "services: {b: {image: 'b:$T-$U-${V:-none}'}}\n",
        "one.env": "T=1\nU=1\n",
        "sub/two.env": "U=${T}2\n",
        "sub/.env": "V=4\n",
    }
    assert _tags(texts) == {"b": "1-12-none"}


def test_several_paths_of_one_entry_are_put_on_each_other() -> None:
    texts = {
        "compose.yaml": "include: [{path: [sub/c.yaml, sub/over.yaml]}]\n" + SHOP,
        "sub/c.yaml": "services: {b: {image: 'b:1'}}\n",
        "sub/over.yaml": "services: {b: {image: 'b:2', build: .}}\n",
    }
    read = project(texts)
    assert _tags(texts) == {"b": "2"}
    assert read.problems == ()
    (service,) = read.beside
    assert service.build is not None
    assert service.build.at.file.folder == "sub"


def test_an_include_of_an_include_has_the_variables_of_all_of_them() -> None:
    texts = {
        "compose.yaml": "include: [one/c.yaml]\n" + SHOP,
        "one/c.yaml": "include: [../two/d.yaml]\nservices: {b: {image: 'b:$T'}}\n",
        "two/d.yaml": "services: {c: {image: 'c:$T-$U'}}\n",
        "one/.env": "T=1\n",
        "two/.env": "T=2\nU=2\n",
    }
    assert _tags(texts) == {"b": "1", "c": "1-2"}


def test_variables_of_a_file_name_each_other() -> None:
    texts = {
        "compose.yaml": "services: {a: {image: 'a:$T', command: ['$Q', '$R', '${N:-x}', '${M:-y}']}}\n",
        ".env": "S=5\nT=${S}6\nQ='${S}'\nR=\"${S} x\"\nN=$HOME\nM\n",
    }
    (service,) = project(texts).services
    assert service.image is not None
    assert service.image.tag == "56"
    assert service.command is not None
    assert service.command.texts == ("${S}", "5 x", None, "y")


def test_it_names_what_is_missing() -> None:
    read = document("include: [compose.yaml, no.yaml, ../x.yaml]\n" + SHOP).model
    assert read is not None
    first, second, third = (problem.message for problem in read.problems)
    assert "includes compose.yaml again" in first + second + third
    assert "`no.yaml`" in first + second + third
    assert "leads out of the repository" in first + second + third
