using Npgsql;

namespace Portal.Benchmarks.Worlds;

/// <summary>Rows by COPY, on as many connections as there are processors: triggers are what takes the time.</summary>
internal static class Bulk
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <param name="open">Makes a connection.</param>
    /// <param name="columns">Table, with its columns in brackets.</param>
    /// <param name="numbers">Whose rows are written.</param>
    /// <param name="write">Writes one row.</param>
    public static Task CopyAsync(Func<Task<NpgsqlConnection>> open, string columns, IReadOnlyList<int> numbers,
        Func<NpgsqlBinaryImporter, int, Task> write) =>
        Task.WhenAll(numbers.Chunk(Math.Max(1, (numbers.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount))
            .Select(part => Task.Run(async () =>
            {
                await using var connection = await open();
                await using var copy = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT binary)");
                copy.Timeout = Patience;
                foreach (var number in part)
                {
                    await copy.StartRowAsync();
                    await write(copy, number);
                }

                await copy.CompleteAsync();
            })));
}
