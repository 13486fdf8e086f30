"""The editors' desk. Public code never imports it; `repository/urls.py` alone does."""
