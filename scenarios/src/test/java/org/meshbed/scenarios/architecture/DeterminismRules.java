package org.meshbed.scenarios.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.function.Predicate;

/** What would make two runs of one seed differ. */
final class DeterminismRules {
    private DeterminismRules() {}

    static ArchRule timeComesFromThePort(Project in) {
        return classes()
                .that(areInside(in, Allowance.REAL_CLOCK_AND_CHANCE, "nodes", "simulator", "scenarios"))
                .should(neverCall("ask the system clock or sleep", DeterminismRules::isRealTime))
                .because("virtual time is the only time in a seeded world: ask Time for now, and let it pause")
                .allowEmptyShould(true);
    }

    static ArchRule chanceComesFromThePort(Project in) {
        return classes()
                .that(areInside(in, Allowance.REAL_CLOCK_AND_CHANCE, "nodes", "simulator", "scenarios"))
                .should(neverCall("draw from an unseeded source", DeterminismRules::isUnseeded))
                .because("one seed makes one run: ask Secrets or Chance")
                .allowEmptyShould(true);
    }

    static ArchRule collectionsHaveAnOrder(Project in) {
        return classes()
                .that(areInside(in, Allowance.UNORDERED, "nodes", "simulator"))
                .should(neverCall("make a collection without an order", DeterminismRules::isUnordered))
                .because("its order differs between JVMs and may reach the wire or the journal: use a List, EnumSet,"
                        + " LinkedHashMap or TreeMap, or name the class as looked up in only")
                .allowEmptyShould(true);
    }

    private static boolean isRealTime(CodeUnitAccessTarget call) {
        return switch (call.getOwner().getName()) {
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> named(call, "sleep");
            case "java.util.concurrent.locks.LockSupport" -> named(call, "parkNanos", "parkUntil");
            case "java.lang.System" -> named(call, "currentTimeMillis", "nanoTime");
            case "java.time.Clock" ->
                call.getName().startsWith("system") || call.getName().startsWith("tick");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                call.getName().equals("<init>") && arguments(call) == 0;
            case "java.util.Calendar" -> named(call, "getInstance");
            // now(Clock) is fine; now(ZoneId) is the system clock again
            default ->
                call.getOwner().getPackageName().equals("java.time")
                        && named(call, "now")
                        && call.getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.time.Clock"));
        };
    }

    private static boolean isUnseeded(CodeUnitAccessTarget call) {
        return switch (call.getOwner().getName()) {
            case "java.util.UUID" -> named(call, "randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> named(call, "random");
            case "java.util.Random", "java.util.SplittableRandom" ->
                call.getName().equals("<init>") && arguments(call) == 0;
            case "java.security.SecureRandom" ->
                call.getName().equals("<init>") && arguments(call) == 0 || named(call, "getInstanceStrong");
            case "java.util.random.RandomGenerator" -> named(call, "getDefault", "of");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.util.Collections" -> named(call, "shuffle") && arguments(call) == 1;
            default -> false;
        };
    }

    private static boolean isUnordered(CodeUnitAccessTarget call) {
        return switch (call.getOwner().getName()) {
            // of() without arguments is empty: nothing to order
            case "java.util.Map", "java.util.Set" -> named(call, "of", "ofEntries", "copyOf") && arguments(call) > 0;
            case "java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap", "java.util.WeakHashMap" ->
                named(call, "<init>", "newHashMap", "newHashSet");
            case "java.util.concurrent.ConcurrentHashMap" -> named(call, "<init>", "newKeySet");
            case "java.util.stream.Collectors" -> collectsUnordered(call);
            default -> false;
        };
    }

    /** The longer forms are given the map to fill, and that map is looked at where it is made. */
    private static boolean collectsUnordered(CodeUnitAccessTarget call) {
        return switch (call.getName()) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap", "toConcurrentMap", "groupingByConcurrent" -> true;
            case "toMap" -> arguments(call) < 4;
            case "groupingBy" -> arguments(call) < 3;
            default -> false;
        };
    }

    private static boolean named(CodeUnitAccessTarget call, String... names) {
        return List.of(names).contains(call.getName());
    }

    private static int arguments(CodeUnitAccessTarget call) {
        return call.getRawParameterTypes().size();
    }

    private static DescribedPredicate<JavaClass> areInside(Project in, List<Allowance> allowed, String... modules) {
        return DescribedPredicate.describe(
                "are in " + String.join(", ", modules) + " and have no allowance",
                type -> List.of(modules).stream().anyMatch(module -> in.holds(type, module))
                        && !Allowance.covers(allowed, in, type));
    }

    private static ArchCondition<JavaClass> neverCall(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        return new ArchCondition<>("never " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // accesses, not calls: Instant::now is one too
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (access.getTarget() instanceof CodeUnitAccessTarget target && forbidden.test(target)) {
                        events.add(violated(type, access.getDescription()));
                    }
                }
            }
        };
    }
}
