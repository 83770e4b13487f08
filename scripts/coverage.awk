# The line coverage of nodes and simulator from JaCoCo's CSV, and whether both reach the floor (-v floor=85).

BEGIN { FS = "," }

# A class name may hold a comma, so the columns behind it are counted from the end.
FNR > 1 {
    module = $2
    sub(/^org\.meshbed\./, "", module)
    sub(/\..*/, "", module)
    missed[module] += $(NF - 5)
    covered[module] += $(NF - 4)
}

# Cut, not rounded: 84.96 must not read as 85.0.
function percent(module,    lines) {
    lines = missed[module] + covered[module]
    if (lines == 0 || covered[module] * 100 < floor * lines) low = 1
    return lines == 0 ? "none" : sprintf("%.1f %%", int(covered[module] * 1000 / lines) / 10)
}

END {
    nodes = percent("nodes")
    simulator = percent("simulator")
    printf "coverage: nodes %s of lines, simulator %s of lines (floor %d %%)\n", nodes, simulator, floor
    exit low + 0
}
