"""What any engine of storage may refuse or find wrong."""

from app.domain.errors import Damaged, DeskError


class SettingRefused(DeskError):
    """A database setting did not take. Facts: name, wanted, found."""


class SqliteTooOld(DeskError):
    """Facts: version, oldest."""


class NotOurDatabase(Damaged):
    """The file cannot be read with its key, or is no database of ours. Facts: path."""


class RecordsDamaged(Damaged):
    """A part cannot be read any more; nothing of the change was kept. Facts: path."""


class PageDamaged(Damaged):
    """A page fails its authentication or structure. Facts: page (empty if unknown), problem."""


class MigrationBroke(Damaged):
    """The migrated database failed its check; the copy made before lies at `backup`.

    Facts: problem, backup.
    """
