"""The one place where YAML written by people is read, and checked against a model.

Enters: the bytes of a file. Leaves: plain data with a place for every key and value, or a typed
model. Every fault of the file is reported in one go, each with its place and its cure. What the
keys mean is not known here; no other module imports ``yaml`` to read what people wrote.
"""

from briefgen.yaml_reading.checking import check_model
from briefgen.yaml_reading.files import read_yaml_file
from briefgen.yaml_reading.reading import read_value, read_yaml
from briefgen.yaml_reading.text import Key, KeyPath, YamlText
from briefgen.yaml_reading.unfit import Unfit
from briefgen.yaml_reading.wording import found_words

__all__ = [
    "Key",
    "KeyPath",
    "Unfit",
    "YamlText",
    "check_model",
    "found_words",
    "read_value",
    "read_yaml",
    "read_yaml_file",
]
