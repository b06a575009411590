namespace Portal.Benchmarks.Running;

/// <summary>
/// Subjects take turns, each round in the other direction, so that what disturbs the machine disturbs all alike.
/// </summary>
internal sealed class Rounds<T>
{
    private readonly List<T[]> rounds = [];

    public static async Task<Rounds<T>> RunAsync(int count, params Func<Task<T>>[] subjects)
    {
        var result = new Rounds<T>();
        for (var round = 0; round < count; round++)
        {
            var values = new T[subjects.Length];
            foreach (var subject in round % 2 == 0 ? Enumerable.Range(0, subjects.Length) : Enumerable.Range(0, subjects.Length).Reverse())
            {
                values[subject] = await subjects[subject]();
            }

            result.rounds.Add(values);
        }

        return result;
    }

    public double Median(int subject, Func<T, double> value) => Middle(rounds.Select(round => value(round[subject])));

    /// <summary>The median of each round's own ratio.</summary>
    public double Ratio(int subject, int to, Func<T, double> value) =>
        Middle(rounds.Select(round => value(round[subject]) / value(round[to])));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
