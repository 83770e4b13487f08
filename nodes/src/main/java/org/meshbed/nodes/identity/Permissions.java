package org.meshbed.nodes.identity;

import java.util.ArrayList;
import java.util.List;

/** What a share allows: the three permission words of {@code protocol.webdav.permissions}. */
public record Permissions(boolean read, boolean write, boolean share) {
    public static final Permissions READ = new Permissions(true, false, false);
    public static final Permissions READ_WRITE = new Permissions(true, true, false);
    public static final Permissions ALL = new Permissions(true, true, true);

    /** Words that are none of the three are left out: they grant nothing. */
    public static Permissions of(List<String> words) {
        return new Permissions(words.contains("read"), words.contains("write"), words.contains("share"));
    }

    /** What both allow. */
    public Permissions within(Permissions most) {
        return new Permissions(read && most.read, write && most.write, share && most.share);
    }

    /** The words in the order of the specification: read, write, share. */
    public List<String> words() {
        var words = new ArrayList<String>();
        if (read) words.add("read");
        if (write) words.add("write");
        if (share) words.add("share");
        return List.copyOf(words);
    }

    @Override
    public String toString() {
        return String.join("+", words());
    }
}
