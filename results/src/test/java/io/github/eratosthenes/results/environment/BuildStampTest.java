package io.github.eratosthenes.results.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.testing.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BuildStampTest {

    @Test
    void aBuildInARepositoryNotesItsCommitAndItsDirtyFlag() {
        Requirement.that(Files.exists(Path.of("..", ".git")), "this is no git checkout");

        Source source = BuildStamp.source();

        assertThat(source.commit()).matches("[0-9a-f]{40}");
        assertThat(source.dirty()).isNotNull();
    }
}
