"""Bytes out: tables as CSV, XLSX and Parquet with their data dictionary; figures as images."""
