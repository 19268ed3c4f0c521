package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command lines of a publication's steps. */
interface Commands {

    /** Returns the command that prints how long a part will take; empty if there is none. */
    Optional<List<String>> plan(Part part);

    /**
     * Returns the command that prints how long a part will take. If that takes minutes, the command keeps its plan for {@link #resume}.
     *
     * @param results the folder that its result folder is to be made in; not there yet
     */
    Optional<List<String>> prepare(Part part, Path results) throws IOException;

    /**
     * Returns the command that measures a part.
     *
     * @param results the folder that its result folder is to be made in, empty
     */
    List<String> begin(Part part, Path results) throws IOException;

    /** Returns the command that goes on with an interrupted part. */
    List<String> resume(Part part, ResultFolder folder);

    /** Returns the command that makes charts, notebook or findings of the parts. */
    List<String> make(Step step) throws IOException;
}
