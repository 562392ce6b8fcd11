"""Print the facts one CPython has about its opcodes, as the text that opcodes/testdata holds.

Lines: "KIND FIELD...". An op line is

    op NUMBER NAME CACHES FLAGS

FLAGS is a comma list or "-". An effect line is

    effect NAME ANY JUMP NOJUMP

with the stack effects for the operands of the "opargs" line: one number if they are all the same, else
a comma list, "x" where the interpreter raises ValueError, and "=" in JUMP and NOJUMP if they equal ANY. A stored line is

    stored NUMBER SHOWN

for every number that co_code does not show as it was stored.
"""
import dis
import opcode
import _opcode
import sys

OPARGS = [*range(18), 25, 31, 32, 33, 63, 64, 127, 128, 255, 256, 257, 260, 511, 512, 1023, 4096, 65535]
OPLISTS = ["hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hasfree", "hascompare", "hasexc"]


def caches(name, number):
    entries = opcode._inline_cache_entries
    if isinstance(entries, dict):
        return entries.get(name, 0)
    return entries[number] if number < 256 else 0


def flags(number):
    found = [name for name in OPLISTS if number in getattr(opcode, name, ())]
    if sys.version_info < (3, 12) and number >= opcode.HAVE_ARGUMENT:
        found.insert(0, "hasarg")
    return ",".join(found) or "-"


def effects(number, has_arg, jump):
    out = []
    for arg in OPARGS:
        try:
            out.append(str(_opcode.stack_effect(number, arg if has_arg else None, jump=jump)))
        except ValueError:
            out.append("x")
        if not has_arg:
            break
    return out[0] if len(set(out)) == 1 else ",".join(out)


# Showing these follows pointers that a code object has only after it ran.
UNSAFE = {"INSTRUMENTED_LINE", "INSTRUMENTED_INSTRUCTION", "ENTER_EXECUTOR"}


def shown(number):
    names = dis._all_opname
    if number < len(names) and names[number] in UNSAFE:
        return number
    return main.__code__.replace(co_code=bytes((number, 0)) + bytes(60)).co_code[0]


def main():
    print("python", "%d.%d" % sys.version_info[:2])
    print("opargs", *OPARGS)
    for name, number in sorted(opcode.opmap.items(), key=lambda item: item[1]):
        print("op", number, name, caches(name, number), flags(number))
    families = opcode._specializations
    for base in sorted(families):
        for name in families[base]:
            number = dis._all_opmap.get(name, "-")
            print("specialized", number, name, base)
    for name, number in sorted(opcode.opmap.items(), key=lambda item: item[1]):
        has_arg = "hasarg" in flags(number)
        rows = [effects(number, has_arg, jump) for jump in (None, True, False)]
        print("effect", name, rows[0], *("=" if row == rows[0] else row for row in rows[1:]))
    for number in range(256):
        if shown(number) != number:
            print("stored", number, shown(number))
    for name, layout in opcode._cache_format.items():
        print("cache", name, *(f"{field}:{size}" for field, size in layout.items()))
    print("compare", *opcode.cmp_op)
    for index, (name, symbol) in enumerate(opcode._nb_ops):
        print("binary", index, name, symbol)
    for kind in ("_intrinsic_1_descs", "_intrinsic_2_descs", "_special_method_names"):
        for index, name in enumerate(getattr(opcode, kind, ())):
            print(kind.strip("_").split("_descs")[0], index, name)
    for index, constant in enumerate(getattr(opcode, "_common_constants", ())):
        print("common_constant", index, constant.__name__)
    for kind in ("MAKE_FUNCTION_FLAGS", "FUNCTION_ATTR_FLAGS"):
        for index, name in enumerate(getattr(dis, kind, ())):
            print("function_flag", index, name)
    for index, (_, name) in enumerate(getattr(dis, "FORMAT_VALUE_CONVERTERS", ())):
        print("conversion", index, name or "-")


main()
