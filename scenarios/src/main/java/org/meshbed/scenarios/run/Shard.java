package org.meshbed.scenarios.run;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.meshbed.scenarios.input.BadInput;

/** One of several equal parts of a run: every {@code of}-th scenario, beginning with the {@code number}-th. */
public record Shard(int number, int of) {
    static final Shard WHOLE = new Shard(1, 1);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    /** Reads {@code I/N}. */
    public static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            var shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (shard.number >= 1 && shard.number <= shard.of) return shard;
        }
        throw new BadInput("--shard '" + text + "' is not <part>/<parts>; for example 1/4 for the first of four");
    }

    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(index -> index % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
