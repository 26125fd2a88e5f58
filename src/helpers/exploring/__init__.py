"""What an analyst plays with in JupyterLab."""
