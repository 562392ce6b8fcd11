"""Compiles the programs of this folder: run it with each version of CPython, under PYTHONHASHSEED=0."""
import glob
import os
import py_compile
import sys

os.chdir(os.path.dirname(os.path.abspath(__file__)))
for source in glob.glob("*.py"):
    if source != "compile.py":
        target = "%s.cpython-%d%d.pyc" % (source[:-3], *sys.version_info[:2])
        py_compile.compile(source, target, source, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
