// swift-tools-version: 6.2
import PackageDescription

/// What every module of ours is compiled with: the strictest settings that the toolchain has.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For modules where a memory error would be a wrong balance: every unsafe use is marked.
let memorySafe = strict + [.strictMemorySafety()]

/// For what tests reckon with a thousand times over: optimised in debug builds too, or the suite
/// would wait for arithmetic more than for PostgreSQL.
let reckoning = memorySafe + [.unsafeFlags(["-O"], .when(configuration: .debug))]

extension Target.Dependency {
  static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let crypto = product(name: "Crypto", package: "swift-crypto")
  static let grpcCore = product(name: "GRPCCore", package: "grpc-swift-2")
  static let grpcInProcess = product(name: "GRPCInProcessTransport", package: "grpc-swift-2")
  static let grpcProtobuf = product(name: "GRPCProtobuf", package: "grpc-swift-protobuf")
  static let logging = product(name: "Logging", package: "swift-log")
  static let http2Transport = product(
    name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport")
  static let nioCore = product(name: "NIOCore", package: "swift-nio")
  static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
  static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
  static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
  static let nioTLS = product(name: "NIOTLS", package: "swift-nio")
  static let protobuf = product(name: "SwiftProtobuf", package: "swift-protobuf")
  static let swiftASN1 = product(name: "SwiftASN1", package: "swift-asn1")
  static let serviceLifecycle = product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
  static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
  static let systemPackage = product(name: "SystemPackage", package: "swift-system")
  static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
  static let x509 = product(name: "X509", package: "swift-certificates")
}

let package = Package(
  name: "bergulir",
  products: [
    .executable(name: "bergulird", targets: ["bergulird"]),
    .executable(name: "bergulir", targets: ["bergulir"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1.git", exact: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates.git", exact: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-protobuf.git", exact: "1.39.0", traits: []),
    .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
    .package(url: "https://github.com/grpc/grpc-swift-2.git", exact: "2.4.3"),
    .package(
      url: "https://github.com/grpc/grpc-swift-nio-transport.git", exact: "2.9.2"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf.git", exact: "2.4.1"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2", traits: []),
  ],
  targets: [
    .target(name: "RevolvingFund", swiftSettings: reckoning),
    .systemLibrary(
      name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Libpq", dependencies: ["CLibpq"], swiftSettings: memorySafe),
    .target(
      name: "FundStore", dependencies: ["RevolvingFund", "Libpq", .crypto, .logging],
      swiftSettings: strict),
    .target(
      name: "BooksVerification", dependencies: ["Libpq", .crypto], swiftSettings: reckoning),
    .target(
      name: "FundAPI",
      dependencies: ["RevolvingFund", .grpcCore, .grpcProtobuf, .protobuf],
      exclude: ["Protos"], swiftSettings: strict),
    .target(
      name: "FrameTransport",
      dependencies: [
        .grpcCore, .logging, .nioCore, .nioPosix, .nioSSL, .nioTLS, .swiftASN1,
        .x509,
      ],
      swiftSettings: strict),
    .target(
      name: "FundServer",
      dependencies: [
        "BooksVerification", "RevolvingFund", "FundAPI", "FundStore", .crypto, .grpcCore,
        .grpcProtobuf, .logging, .protobuf,
      ],
      swiftSettings: strict),
    .target(
      name: "EmbeddedPostgres", dependencies: [.logging, .subprocess, .systemPackage],
      swiftSettings: strict),
    .executableTarget(
      name: "bergulird",
      dependencies: [
        "BooksVerification", "EmbeddedPostgres", "FrameTransport", "FundServer", "FundStore",
        "RevolvingFund", .argumentParser, .crypto, .grpcCore, .http2Transport, .logging,
        .serviceLifecycle, .swiftASN1, .unixSignals, .x509,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bergulir",
      dependencies: [
        "FrameTransport", "FundAPI", "RevolvingFund", .argumentParser, .crypto, .grpcCore,
        .grpcProtobuf, .protobuf,
      ],
      swiftSettings: strict),

    .target(
      name: "ProvinceSeed", dependencies: ["FundStore", "RevolvingFund"],
      path: "Benchmarks/ProvinceSeed", swiftSettings: strict),
    .executableTarget(
      name: "bergulir-bench",
      dependencies: [
        "BooksVerification", "EmbeddedPostgres", "FrameTransport", "FundAPI", "FundServer",
        "FundStore", "ProvinceSeed", "RevolvingFund", .argumentParser, .grpcCore, .grpcInProcess,
        .grpcProtobuf, .http2Transport, .logging, .protobuf, .subprocess, .systemPackage,
      ],
      path: "Benchmarks/bergulir-bench", swiftSettings: strict),
    .executableTarget(
      name: "bergulir-count",
      dependencies: ["RevolvingFund", .argumentParser, .grpcCore, .nioCore],
      path: "Benchmarks/bergulir-count", swiftSettings: strict),

    .target(
      name: "FundTesting",
      dependencies: [
        "BooksVerification", "EmbeddedPostgres", "FrameTransport", "FundAPI", "FundServer",
        "FundStore", "Libpq", "RevolvingFund", .grpcCore, .grpcInProcess, .logging, .subprocess,
        .systemPackage,
      ],
      path: "Tests/FundTesting", swiftSettings: strict),
    .testTarget(
      name: "RevolvingFundTests", dependencies: ["RevolvingFund"], swiftSettings: strict),
    .testTarget(
      name: "LibpqTests", dependencies: ["FundTesting", "Libpq"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddedPostgresTests",
      dependencies: ["EmbeddedPostgres", "FundTesting", "Libpq", .logging, .subprocess],
      swiftSettings: strict),
    .testTarget(
      name: "BooksVerificationTests",
      dependencies: ["BooksVerification", "FundStore", "FundTesting", "Libpq", "RevolvingFund"],
      swiftSettings: strict),
    .testTarget(
      name: "FundStoreTests",
      dependencies: [
        "BooksVerification", "FundStore", "FundTesting", "Libpq", "RevolvingFund", .crypto,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProvinceSeedTests",
      dependencies: [
        "BooksVerification", "FundStore", "FundTesting", "Libpq", "ProvinceSeed", "RevolvingFund",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FundAPITests",
      dependencies: ["FundAPI", "RevolvingFund", .grpcCore, .grpcProtobuf, .protobuf],
      swiftSettings: strict),
    .testTarget(
      name: "FrameTransportTests",
      dependencies: [
        "FrameTransport", .crypto, .grpcCore, .grpcInProcess, .http2Transport, .logging, .nioCore,
        .nioEmbedded, .nioPosix, .nioSSL, .nioTLS, .swiftASN1, .x509,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FundServerTests",
      dependencies: [
        "BooksVerification", "FundAPI", "FundServer", "FundStore", "FundTesting", "RevolvingFund",
        .grpcCore,
        .grpcInProcess, .grpcProtobuf, .logging, .protobuf,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "BooksVerification", "FrameTransport", "FundAPI", "FundServer", "FundStore", "FundTesting",
        "Libpq", "RevolvingFund", .grpcCore, .grpcInProcess, .grpcProtobuf, .logging, .protobuf,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "bergulirTests",
      dependencies: [
        "bergulir", "FrameTransport", "FundAPI", "FundTesting", "RevolvingFund", .argumentParser,
        .crypto, .grpcCore, .protobuf,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "FrameTransport", "FundAPI", "FundStore", "FundTesting", "Libpq", "ProvinceSeed",
        "RevolvingFund", .crypto, .grpcCore, .grpcProtobuf, .logging, .protobuf, .subprocess,
        .swiftASN1, .x509,
      ],
      swiftSettings: strict),
    .testTarget(name: "RepositoryTests", swiftSettings: strict),
  ]
)
