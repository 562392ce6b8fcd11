package runtime

// AddPatternFlags makes class patterns see instances of a heap type as sequences or as mappings: TypeSequence or TypeMapping.
func (tp *Type) AddPatternFlags(f TypeFlags) {
	if tp.flags&TypeHeap != 0 {
		tp.flags |= f & (TypeSequence | TypeMapping)
	}
}
