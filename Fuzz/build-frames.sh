#!/bin/sh
# Builds the fuzzer of the frame wire: build-frames.sh SCRATCH OUTPUT
#
# SCRATCH is where SwiftPM has built FrameTransport for release (swift build --scratch-path).
# Only FrameTransport is compiled here, with the coverage that libFuzzer goes by.
set -eu
scratch=$1
build=$scratch/release
output=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags="-swift-version 6 -O -sanitize=fuzzer -parse-as-library -I $build/Modules
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility"
# What SwiftPM built for its own tools, in folders that end in -tool.build, is there twice.
for map in $(find "$build"/ -maxdepth 2 -path '*.build/module.modulemap' \
  -not -path '*-tool.build/*') \
  $(find "$scratch/checkouts" -path '*_AtomicsShims*' -name module.modulemap); do
  flags="$flags -Xcc -fmodule-map-file=$map"
done
for include in "$scratch"/checkouts/*/Sources/C*/include; do flags="$flags -Xcc -I$include"; done

# shellcheck disable=SC2086
swiftc $flags -enable-testing -wmo -module-name FrameTransport -emit-module \
  -emit-module-path "$work/FrameTransport.swiftmodule" -c -o "$work/FrameTransport.o" \
  $(find Sources/FrameTransport -name '*.swift')
# A module becomes one object, since files of the same name stand in several modules.
for module in "$build"/*.build; do
  case ${module##*/} in
  FrameTransport* | *Tests.build | *-tool.build | bergulir* | GRPCCodeGen.build) continue ;;
  esac
  find "$module" -name '*.o' -print0 | xargs -0 -r ld -r -o "$work/${module##*/}.o"
done
ar qcs "$work/dependencies.a" "$work"/*.build.o
# shellcheck disable=SC2086
swiftc -I "$work" $flags Fuzz/FuzzFrames.swift "$work/FrameTransport.o" "$work/dependencies.a" \
  -o "$output"
