"""Put the resources and the compiled translations into the package that is installed."""

import shutil
from pathlib import Path

from babel.messages.frontend import CompileCatalog
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parents[1]


class WithData(build_py):
    """Copies `resources/` and `translations/` beside `desktop`, as packages of their own."""

    def run(self) -> None:
        """Build, then copy the data; an editable install finds it in the checkout."""
        super().run()
        if self.editable_mode:
            return
        for name in ("resources", "translations"):
            self.copy_tree(str(ROOT / name), str(Path(self.build_lib) / f"jatigi_{name}"))
        # Pictures for whoever reads the README are nothing the program opens.
        shutil.rmtree(Path(self.build_lib) / "jatigi_resources" / "readme")
        compiler = CompileCatalog()
        compiler.directory = str(Path(self.build_lib) / "jatigi_translations")
        compiler.domain = ["jatigi"]
        compiler.finalize_options()
        compiler.run()
