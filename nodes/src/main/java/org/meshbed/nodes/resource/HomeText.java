package org.meshbed.nodes.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.port.Blobs.Blob;
import org.meshbed.nodes.protocol.Json;

/** A home as the store keeps it: one JSON value, files and folders each in the order of their paths. */
record HomeText(List<FileRow> files, List<FolderRow> folders) {
    record FileRow(
            String path,
            Blob blob,
            long version,
            long createdMillis,
            long modifiedMillis,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String born) {}

    record FolderRow(
            String path,
            long version,
            long createdMillis,
            long modifiedMillis,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String born) {}

    static byte[] write(Home home) {
        var files = new ArrayList<FileRow>();
        var folders = new ArrayList<FolderRow>();
        home.nodes().forEach((path, node) -> {
            var created = node.created().toEpochMilli();
            var modified = node.modified().toEpochMilli();
            switch (node) {
                case Node.File file ->
                    files.add(new FileRow(path, file.blob(), file.version(), created, modified, file.born()));
                case Node.Folder folder ->
                    folders.add(new FolderRow(path, folder.version(), created, modified, folder.born()));
            }
        });
        try {
            return Json.mapper().writeValueAsBytes(new HomeText(files, folders));
        } catch (IOException e) {
            throw new UncheckedIOException("a home could not be written", e);
        }
    }

    static Home read(byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, HomeText.class).home();
        } catch (IOException e) {
            throw new UncheckedIOException("a home could not be read", e);
        }
    }

    private Home home() {
        var nodes = new TreeMap<String, Node>();
        for (var f : folders)
            nodes.put(
                    f.path,
                    new Node.Folder(
                            f.version,
                            Instant.ofEpochMilli(f.createdMillis),
                            Instant.ofEpochMilli(f.modifiedMillis),
                            Objects.requireNonNullElse(f.born, "")));
        for (var f : files)
            nodes.put(
                    f.path,
                    new Node.File(
                            f.blob,
                            f.version,
                            Instant.ofEpochMilli(f.createdMillis),
                            Instant.ofEpochMilli(f.modifiedMillis),
                            Objects.requireNonNullElse(f.born, "")));
        return new Home(nodes);
    }
}
