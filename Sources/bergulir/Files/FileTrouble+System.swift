import FoundationEssentials
import FundAPI
import Glibc

extension Mistake.FileTrouble {
  /// The trouble behind a number of `errno`.
  init(number: Int32) {
    switch number {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .notFolder
    case EEXIST: self = .exists
    case ENOSPC, EDQUOT: self = .full
    case EROFS: self = .readOnly
    default: self = .other(String(cString: strerror(number)))
    }
  }

  /// The trouble behind an error of Foundation's files.
  init(_ error: any Error) {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?, .fileReadNoSuchFile?: self = .missing
    case .fileWriteNoPermission?, .fileReadNoPermission?: self = .forbidden
    case .fileWriteFileExists?: self = .exists
    case .fileWriteOutOfSpace?: self = .full
    case .fileWriteVolumeReadOnly?: self = .readOnly
    default: self = .other("\(error)")
    }
  }
}
