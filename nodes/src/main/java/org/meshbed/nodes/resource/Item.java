package org.meshbed.nodes.resource;

import org.meshbed.nodes.party.Entry;

/** A file or folder and the path where it stands; {@code path} without a slash in front, empty for the home itself. */
public record Item(String path, Node node) {
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean isFolder() {
        return node instanceof Node.Folder;
    }

    /** In bytes; 0 for a folder. */
    public long length() {
        return switch (node) {
            case Node.File file -> file.blob().length();
            case Node.Folder _ -> 0;
        };
    }

    /** This as a line of a listing. */
    public Entry entry() {
        return new Entry(name(), isFolder(), length());
    }
}
