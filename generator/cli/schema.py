"""`audits schema`: the JSON Schemas and the list of who may see which field, from the model."""

from __future__ import annotations

import click


@click.command("schema")
def schema_command() -> None:
    """Write the JSON Schemas of all files into schema/, for editors and other tools.

    Beside them, editions.md lists every field with the widest edition that may show it, for people.
    """
    import json

    from generator.cli.project import project_folder
    from generator.diagnostics.wording import counted
    from generator.model import field_list
    from generator.model.schema import schemas

    folder = project_folder() / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / "editions.md").write_text(field_list.as_markdown(), encoding="utf-8", newline="\n")
    click.echo(f"{counted(len(schemas()), 'schema')} written to {folder.name}/")
