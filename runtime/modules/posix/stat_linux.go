package posix

import (
	"io/fs"
	"os"
	"syscall"
	"time"
)

func systemStat(st fs.FileInfo) fileStat {
	x := fileStat{mode: modeBits(st.Mode()), nlink: 1, atime: st.ModTime(), ctime: st.ModTime()}
	s, ok := st.Sys().(*syscall.Stat_t)
	if !ok {
		return x
	}
	return fileStat{
		mode: int64(s.Mode), ino: int64(s.Ino), dev: int64(s.Dev), nlink: int64(s.Nlink), uid: int64(s.Uid), gid: int64(s.Gid), blksize: int64(s.Blksize),
		blocks: s.Blocks, rdev: int64(s.Rdev), atime: time.Unix(s.Atim.Unix()), ctime: time.Unix(s.Ctim.Unix()),
	}
}

// mayAccess tells what the process may do with a file, by the mode bits.
func mayAccess(st fs.FileInfo, mode int) bool {
	s, ok := st.Sys().(*syscall.Stat_t)
	if !ok {
		return int(st.Mode().Perm())&mode == mode
	}
	perm, uid := int(s.Mode), os.Getuid()
	if uid == 0 {
		return mode&1 == 0 || perm&0o111 != 0 || st.IsDir()
	}
	shift := 0
	if int(s.Uid) == uid {
		shift = 6
	} else if inGroup(int(s.Gid)) {
		shift = 3
	}
	return perm>>shift&mode == mode
}

func inGroup(gid int) bool {
	if os.Getgid() == gid {
		return true
	}
	groups, err := os.Getgroups()
	if err != nil {
		return false
	}
	for _, g := range groups {
		if g == gid {
			return true
		}
	}
	return false
}

func systemName() (names [5]string) {
	var u syscall.Utsname
	if syscall.Uname(&u) != nil {
		return names
	}
	for i, f := range [...][65]int8{toInt8(u.Sysname), toInt8(u.Nodename), toInt8(u.Release), toInt8(u.Version), toInt8(u.Machine)} {
		var b []byte
		for _, c := range f {
			if c == 0 {
				break
			}
			b = append(b, byte(c))
		}
		names[i] = string(b)
	}
	return names
}

// toInt8 evens out that the bytes are signed on some machines only.
func toInt8[T int8 | uint8](f [65]T) (out [65]int8) {
	for i, c := range f {
		out[i] = int8(c)
	}
	return out
}

func setUmask(mask int) (int, bool) { return syscall.Umask(mask), true }
