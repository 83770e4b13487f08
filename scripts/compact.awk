# Maven's output, without what nobody reads: modules, test classes, errors. With -v telling=1 untagged lines at the
# start are kept, as those of a JVM that did not start.

{ gsub(/\033\[[0-9;]*m/, "") }

/^\[INFO\] Building Meshbed / && $3 == "Meshbed" && $4 ~ /^[a-z]/ { print "== " $4; telling = 0; next }

/^\[(INFO|WARNING)\] Tests run: .* -- in / {
    tests = $4; skipped = $10; seconds = $13
    sub(/,$/, "", tests); sub(/,$/, "", skipped)
    printf "   %4d tests%s  %s (%s s)\n", tests, (skipped + 0 ? ", " skipped + 0 " skipped" : ""), $NF, seconds
    fflush(); telling = 0; next
}

# Advice that Maven and Surefire give after every failure, and Maven's own stack.
/^\[ERROR\] *(-> )?(\[Help |To see the full|Re-run Maven|For more information|After correcting|mvn <args>|$)/ { next }
/^\[ERROR\] (There are test failures|[ \t]*at org\.(apache\.maven|codehaus\.plexus)\.)/ { next }
/^See (.*surefire-reports|dump files)/ { next }

# An error and the lines that belong to it, such as its stack trace.
/^\[ERROR\]/ { print; fflush(); telling = 1; next }
/^\[/ { telling = 0; next }
telling && NF { print; fflush() }
