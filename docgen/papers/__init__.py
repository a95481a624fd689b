"""What each paper of a record says, for its template: facts, frame, bodies, register."""
