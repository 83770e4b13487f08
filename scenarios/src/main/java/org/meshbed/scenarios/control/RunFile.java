package org.meshbed.scenarios.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.input.Nearest;

/**
 * Where a mesh that is up listens, and the word that lets one in; a file that only its owner can read. It is there as
 * long as the mesh is up.
 *
 * @param process id of the process that holds the mesh
 */
public record RunFile(String mesh, int port, String token, long process) {
    public static final Path FOLDER = Path.of(".meshbed", "run");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Throws {@link BadInput} where a mesh of that name is up already. */
    public static void mustBeFree(Path folder, String mesh) {
        read(file(folder, mesh)).filter(RunFile::alive).ifPresent(other -> {
            throw new BadInput("a mesh '" + mesh + "' is up already (process " + other.process
                    + "); stop it first, or give the file another name in 'mesh:'");
        });
    }

    void write(Path folder) {
        var text = JSON.createObjectNode()
                .put("mesh", mesh)
                .put("port", port)
                .put("token", token)
                .put("process", process)
                .toPrettyString();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file(folder, mesh));
            // with its permissions from the first moment on
            Files.createFile(file(folder, mesh), forOwnerOnly());
            Files.writeString(file(folder, mesh), text);
        } catch (IOException e) {
            throw new BadInput(file(folder, mesh) + " cannot be written: " + e.getMessage());
        }
    }

    void delete(Path folder) {
        try {
            Files.deleteIfExists(file(folder, mesh));
        } catch (IOException _) {
            // whoever reads it sees that its process is gone
        }
    }

    /** The mesh of that name, or the only one that is up; throws {@link BadInput} where there is none. */
    public static RunFile find(Path folder, Optional<String> name) {
        var up = all(folder).stream().filter(RunFile::alive).toList();
        var names = up.stream().map(RunFile::mesh).toList();
        if (up.isEmpty())
            throw new BadInput("no mesh is up in this folder; start one: ./meshbed up examples/three-sites.yaml");
        if (name.isEmpty() && up.size() > 1)
            throw new BadInput("several meshes are up: " + String.join(", ", names) + "; choose one with --mesh");
        return up.stream()
                .filter(run -> name.isEmpty() || run.mesh.equals(name.get()))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput("no mesh '" + name.orElse("") + "' is up" + Nearest.hint(name.orElse(""), names)));
    }

    private boolean alive() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private static List<RunFile> all(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new BadInput(folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Empty where it is not there, or no such file. */
    private static Optional<RunFile> read(Path file) {
        try {
            var json = JSON.readTree(Files.readString(file));
            return Optional.of(json).filter(JsonNode::isObject).map(RunFile::of);
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static RunFile of(JsonNode json) {
        return new RunFile(
                json.path("mesh").asText(),
                json.path("port").asInt(),
                json.path("token").asText(),
                json.path("process").asLong(-1));
    }

    private static Path file(Path folder, String mesh) {
        return folder.resolve(mesh + ".json");
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        var owner = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }
}
