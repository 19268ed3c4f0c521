package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;

/**
 * A folder that a part is from.
 *
 * @param name the folder's name; for a part of a publication both names, such as {@code 2026-11-26-machine/study}
 * @param environment where and when it was measured
 */
public record Origin(String name, ResultFolder folder, Environment environment) {

    static Origin read(String name, ResultFolder folder) throws IOException {
        return new Origin(name, folder, Environment.read(folder.environment()));
    }

    /** Returns the day on which the measuring began, as yyyy-mm-dd. */
    public String date() {
        return environment.sittings().stream()
                .map(sitting -> sitting.start().split("T", 2)[0])
                .findFirst()
                .orElse("undated");
    }
}
