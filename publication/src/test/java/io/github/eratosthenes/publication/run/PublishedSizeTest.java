package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.page.data.ResultData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedSizeTest {

    @Test
    void whatIsPublishedKeepsTheRepositorySmall() throws IOException {
        List<Path> folders = ResultData.folders(List.of(Path.of("../benchmarks/results")));

        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            assertThat(new PublicationFolder(folder).publishedBytes())
                    .as(folder + " in bytes")
                    .isLessThanOrEqualTo(PublicationRun.MOST_MEGABYTES * 1_000_000L);
        }
    }
}
