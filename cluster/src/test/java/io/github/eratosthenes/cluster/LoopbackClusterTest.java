package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.Task;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopbackClusterTest {

    @Test
    @Timeout(600)
    void whatCannotGoOnIsNotWaitedFor() throws Exception {
        SparkConf conf = SparkSetup.conf().set("spark.log.level", "OFF");
        try (LoopbackCluster cluster = LoopbackCluster.start(1)) {
            assertThat(cluster.trouble()).isEmpty();
            cluster.configure(conf);
            // No executor ever arrives, and Spark would wait half a minute for one before it takes a job
            conf.set("spark.executor.extraJavaOptions", "-XX:ParallelGCThreads=none")
                    .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "1s");
            try (JavaSparkContext spark = new JavaSparkContext(conf)) {
                CountJob job = new CountJob(spark, SieveStrategy.WHEEL_SEGMENT, cluster::trouble);
                assertThatThrownBy(() -> job.run(List.of(Task.of(new Range(0, 9))), count -> {}, () -> false))
                        .isInstanceOf(JobFailedException.class)
                        .hasMessage("executors end again and again, the last with: "
                                + "Error: Could not create the Java Virtual Machine.");
            }
            end(cluster.workers().get(0));
            assertThat(cluster.trouble())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("all workers have ended, the first with: "));
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor()).isNotZero();
    }
}
