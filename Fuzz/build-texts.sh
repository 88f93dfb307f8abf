#!/bin/sh
# Builds the fuzzer of what people write: build-texts.sh OUTPUT
#
# RevolvingFund needs no other module; it is compiled with the coverage that libFuzzer goes by.
set -eu
output=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags="-swift-version 6 -O -sanitize=fuzzer -parse-as-library -package-name bergulir
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility"
# shellcheck disable=SC2046,SC2086
swiftc $flags -enable-testing -wmo -module-name RevolvingFund -emit-module \
  -emit-module-path "$work/RevolvingFund.swiftmodule" -c -o "$work/RevolvingFund.o" \
  $(find Sources/RevolvingFund -name '*.swift')
# shellcheck disable=SC2086
swiftc -I "$work" $flags Fuzz/FuzzTexts.swift "$work/RevolvingFund.o" -o "$output"
