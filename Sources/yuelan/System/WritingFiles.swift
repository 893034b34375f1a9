import ArticleLibrary
import Glibc

/// Writes a file completely or not at all: into a new file next to it, synced, then renamed over it. An existing file
/// keeps its permissions.
///
/// A symbolic link to a file is replaced, never followed. What exists and is not a regular file (a device, a pipe) is
/// written in place, also behind a link such as `/dev/stdout`, which leads to whatever the shell has put there.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
  var status = stat()
  var target = stat()
  let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  let leadsToStream = stat(path, &target) == 0 && target.st_mode & S_IFMT != S_IFREG
  if leadsToStream || isLink && isOfSystem(path) {
    // What the shell redirects to with `>>` is continued.
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path) }
    defer { close(descriptor) }
    return try writeAll(bytes, to: descriptor, path: path)
  }
  // Exported files are meant to be shared: the usual permissions, restricted by the umask.
  let mask = umask(0)
  umask(mask)
  let permissions = status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o777 : 0o666 & ~mask
  var template = Array((path + ".XXXXXX").utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw FileFailure(path: path) }
  defer { close(descriptor) }
  do throws(FileFailure) {
    try writeAll(bytes, to: descriptor, path: path)
    guard fchmod(descriptor, permissions) == 0, fsync(descriptor) == 0, rename(template, path) == 0 else {
      throw FileFailure(path: path)
    }
  } catch {
    unlink(template)
    throw error
  }
}

/// Whether a path is in `/dev` itself or in `/proc`, where the links are the system's and no program makes files.
private func isOfSystem(_ path: String) -> Bool {
  let folder = ArchiveProfiles.realPath(DumpPath(path).folder.text)
  return folder == "/dev" || folder.hasPrefix("/proc/")
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileFailure) {
  var start = 0
  while start < bytes.count {
    let written = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      start += written
    } else if errno != EINTR {
      throw FileFailure(path: path)
    }
  }
}
