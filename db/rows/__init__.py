"""Table definitions; importing this package fills `db.base.metadata`."""

from db.rows import dossier as dossier
from db.rows import office as office
from db.rows import trail as trail
