"""What partnerships send in: the form, the mails, and the way to the editors' queue.

Nothing that is sent in is public. It becomes a draft only when an editor accepts it.
"""
