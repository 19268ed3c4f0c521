package io.github.eratosthenes.benchmarks.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.benchmarks.Requirement;
import io.github.eratosthenes.benchmarks.environment.Environment.Source;
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
