"""What is typed is never lost: drafts kept, parked and taken up again; steps taken back."""
