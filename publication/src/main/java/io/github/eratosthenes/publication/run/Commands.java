package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command lines of a publication's steps. */
interface Commands {

    /** Returns what prints how long a part will take; empty where its command does not know. */
    Optional<List<String>> plan(Part part);

    /**
     * Returns what prints how long a part will take, and keeps what it has found out for {@link #resume}, if that takes minutes.
     *
     * @param results the folder that its result folder is to be made in; not there yet
     */
    Optional<List<String>> prepare(Part part, Path results) throws IOException;

    /**
     * Returns what measures a part.
     *
     * @param results the folder that its result folder is to be made in, empty
     */
    List<String> begin(Part part, Path results) throws IOException;

    /** Returns what goes on with an interrupted part. */
    List<String> resume(Part part, ResultFolder folder);

    /** Returns what makes charts or notebook of the parts. */
    List<String> make(Step step) throws IOException;
}
