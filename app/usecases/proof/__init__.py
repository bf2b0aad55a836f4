"""Proof of time: what a dossier's ledger rows say of its times, on one page and to be checked."""
