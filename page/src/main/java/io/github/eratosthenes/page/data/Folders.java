package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds result folders and publications.
 *
 * <p>A result folder has an environment.json. A publication has a result folder for at least one {@link Part}, named after it.
 */
final class Folders {

    private Folders() {}

    /** Returns the folders at the paths, each of which is a result folder, a publication, or holds some; sorted by name. */
    static List<Path> of(List<Path> paths) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path path : paths) {
            if (hasData(path)) {
                folders.add(path);
            } else if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    children.filter(Folders::hasData).sorted().forEach(folders::add);
                }
            }
        }
        return List.copyOf(folders);
    }

    /** Returns the parts that a publication has; none for a result folder. */
    static List<Part> parts(Path path) {
        return Stream.of(Part.values())
                .filter(part -> isResult(path.resolve(part.folder())))
                .toList();
    }

    static boolean isResult(Path path) {
        return Files.exists(new ResultFolder(path).environment());
    }

    private static boolean hasData(Path path) {
        return isResult(path) || !parts(path).isEmpty();
    }

    /** Returns a folder's own name, whatever the path to it is. */
    static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
