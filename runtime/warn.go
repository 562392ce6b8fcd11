package runtime

var (
	sWarnings = static("_warnings")
	sWarn     = static("warn")
)

// Warn issues a warning through the _warnings module, as PyErr_WarnEx does: level 1 is the running Python function. An exception means that a
// filter turned the warning into one. Before the module is there, early in start-up, nothing is issued.
func Warn(t *Thread, category *Type, msg string, level int) *Exception {
	m, ok := t.interp.Modules.GetStr(sWarnings)
	if !ok {
		return nil
	}
	_, exc := CallMethod(t, m, sWarn, NewStr(t, msg).Value(), category.Value(), Int(int64(level)))
	return exc
}
