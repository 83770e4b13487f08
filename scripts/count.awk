# Adds up JUnit XML reports: first a line for every reason to skip, then "passed failed skipped".

function number(name,    found) {
    if (!match($0, " " name "=\"[0-9]+\"")) return 0
    found = substr($0, RSTART, RLENGTH)
    gsub(/[^0-9]/, "", found)
    return found + 0
}

# A report may hold what a test printed, and a test may print a report: only the first line of each file is its own.
/^<\?xml / { expected = 1 }

expected && /<testsuite / {
    expected = 0
    tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped")
}

# Disabled tests have a message; assumptions have the exception's text.
/^ *<skipped / {
    reason = $0
    if (match(reason, "message=\"[^\"]*\"")) reason = substr(reason, RSTART + 9, RLENGTH - 10)
    else if (sub(/.*<!\[CDATA\[/, "", reason)) sub(/\]\]>.*/, "", reason)
    else reason = ""
    sub(/^[A-Za-z0-9.]*TestAbortedException: */, "", reason)
    sub(/^Assumption failed: */, "", reason)
    gsub(/&quot;/, "\"", reason); gsub(/&apos;/, "'", reason); gsub(/&lt;/, "<", reason); gsub(/&gt;/, ">", reason)
    gsub(/&#10;.*/, "", reason); gsub(/&amp;/, "\\&", reason)
    if (reason == "") reason = "no reason given"
    if (!(reason in times)) order[++reasons] = reason
    times[reason]++
}

END {
    for (i = 1; i <= reasons; i++) printf "skipped %d: %s\n", times[order[i]], order[i]
    print tests - failed - skipped, failed + 0, skipped + 0
}
