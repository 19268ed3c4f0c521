package io.github.eratosthenes.benchmarks.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eratosthenes.benchmarks.environment.Environment.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BuildStampTest {

    @Test
    void aBuildInARepositoryNotesItsCommitAndItsDirtyFlag() {
        boolean checkout = Files.exists(Path.of("..", ".git"));
        if (!checkout) {
            System.out.println("skipped: this is no git checkout");
        }
        assumeTrue(checkout);

        Source source = BuildStamp.source();

        assertThat(source.commit()).matches("[0-9a-f]{40}");
        assertThat(source.dirty()).isNotNull();
    }
}
