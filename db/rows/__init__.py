"""Table definitions; importing this package fills `db.base.metadata`."""

from db.rows import certification as certification
from db.rows import dossier as dossier
from db.rows import money as money
from db.rows import office as office
from db.rows import series as series
from db.rows import trail as trail
