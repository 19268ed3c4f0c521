package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.Tally;
import io.github.eratosthenes.cluster.ranges.Task;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real standalone master and two worker processes, one of which is lost with its executor, as a machine is. */
class WorkerKilledTest {

    private static final long LENGTH = 50_000_000;
    private static final int TASKS = 80;
    private static final int TASKS_BEFORE_THE_KILL = 20;

    @Test
    @Timeout(600)
    void theSumStaysExact() throws Exception {
        // Spark reports the lost executor as an error, which here it is not
        SparkConf conf = SparkSetup.conf().set("spark.log.level", "OFF");
        try (LoopbackCluster cluster = LoopbackCluster.start(2)) {
            cluster.configure(conf);
            // an executor has one core here, for its JIT too, and all of the job is its start
            conf.set(
                            "spark.executor.extraJavaOptions",
                            "-XX:TieredStopAtLevel=1 " + conf.get("spark.executor.extraJavaOptions"))
                    .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "5min");
            try (JavaSparkContext spark = new JavaSparkContext(conf)) {
                AtomicInteger lostTasks = new AtomicInteger();
                spark.sc().addSparkListener(new SparkListener() {
                    @Override
                    public void onTaskEnd(SparkListenerTaskEnd end) {
                        if (end.reason() != Success$.MODULE$) {
                            lostTasks.incrementAndGet();
                        }
                    }
                });
                Tally tally = new Tally(new Range(0, TASKS * LENGTH));
                Set<String> executors = new HashSet<>();
                List<String> order = new ArrayList<>();
                boolean done = new CountJob(spark, SieveStrategy.WHEEL_SEGMENT)
                        .run(
                                tasks(),
                                count -> {
                                    tally.add(count);
                                    executors.add(count.executor());
                                    order.add(count.executor());
                                    if (executors.size() == 2 && order.size() >= TASKS_BEFORE_THE_KILL) {
                                        kill(cluster.workers().get(0));
                                    }
                                },
                                () -> false);
                assertThat(done).isTrue();
                assertThat(tally.gaps()).isEmpty();
                assertThat(tally.primes()).isEqualTo(189961812);
                assertThat(executors).hasSize(2);
                assertThat(order.subList(TASKS - 10, TASKS)).as("at the end").containsOnly(order.get(TASKS - 1));
                assertThat(cluster.workers().get(0).isAlive()).isFalse();
                assertThat(lostTasks).hasPositiveValue();
            }
        }
    }

    private static List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            long from = i * LENGTH;
            tasks.add(Task.of(new Range(from, from + LENGTH - (i == TASKS - 1 ? 0 : 1))));
        }
        return tasks;
    }

    private static void kill(Process worker) {
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }
}
